import { ImportRosterDocument } from "@campus-graph/clients/generated/operations";
import { demoPeople } from "@campus-graph/schema/demo-city";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inventNationalId } from "../../../clients/demo/fixtures.js";
import { buildApps } from "../../../gateway/launch/src/build-apps.mjs";
import { as } from "../../harness/as.js";
import { demoPassword, type Graph, startGraph } from "../../harness/graph.js";
import { elementary } from "../../journeys/given.js";
import { startChromium } from "../chromium.js";
import { Keyboard } from "../parent-app/keyboard.js";
import { type Device, desk, schoolConsole, telephone, Visitor } from "../parent-app/visitor.js";
import { consoleWords } from "./console-words.js";

const chinese: Device = { ...desk, language: "zh-TW" };
const { shell } = consoleWords("zh-TW");

describe("the school console's shell", () => {
  let graph: Graph;
  let chromium: Browser;
  beforeAll(async () => {
    await buildApps();
    graph = await startGraph({ demoCity: true });
    chromium = await startChromium();
  });
  afterAll(async () => {
    await chromium?.close();
    await graph?.[Symbol.asyncDispose]();
  });

  const arrive = (device: Device) => Visitor.arrive(chromium, graph.publicUrl, device, schoolConsole);
  const signedIn = async (login: string, device = chinese) => {
    const visitor = await arrive(device);
    await visitor.signIn(`${login}@campus.example`, demoPassword);
    return visitor;
  };

  /** As any school names its homeroom teachers: on the sheet of a class. */
  const makeTeacher = async ({ name, email }: { name: string; email: string }, className: string) => {
    await using registrar = await as(graph, "registrar@campus.example");
    const { importRoster } = await registrar.mutate(ImportRosterDocument, {
      input: {
        schoolCode: elementary,
        format: "CLASS_SHEET_CSV",
        content: `班級,座號,姓名,身分證號,導師姓名,導師電子郵件\n${className},1,李一,${inventNationalId()},${name},${email}\n`,
      },
    });
    expect(importRoster).toMatchObject({ applied: true });
    await graph.settle();
  };

  it.each([
    ["teacher", shell.room.TEACHER],
    ["registrar", shell.room.REGISTRAR],
    ["cashier", shell.room.CASHIER],
    ["it", shell.room.IT],
  ])("leads a %s into their room, and offers no other", async (login, room) => {
    await using visitor = await signedIn(login);
    const { page } = visitor;
    await page.waitForURL(`**/school/${login}**`);
    const rooms = page.getByRole("navigation", { name: shell.rooms }).getByRole("link");
    await rooms.first().waitFor();
    expect(await rooms.allTextContents()).toEqual([room]);
    expect(visitor.complaints).toEqual([]);
  });

  it.each<Device>([chinese, desk])(
    "lets who holds two roles go from room to room by keyboard, on %o",
    async (device) => {
      const className = device.language === "en" ? "五年七十一班" : "五年七十二班";
      await makeTeacher(demoPeople.cashier2, className);
      await using visitor = await signedIn("cashier2", device);
      const { page } = visitor;
      const words = consoleWords(device.language);
      const rooms = page.getByRole("navigation", { name: words.shell.rooms });
      const room = (name: string) => rooms.getByRole("link", { name, exact: true });
      await room(words.shell.room.CASHIER).waitFor();
      const { TEACHER, CASHIER } = words.shell.room;
      expect(await rooms.getByRole("link").allTextContents()).toEqual([TEACHER, CASHIER]);
      const keys = new Keyboard(page);
      await keys.press(room(CASHIER));
      await visitor.sees(words.cashier.tabs.bills);
      expect(await page.title()).toContain(words.cashier.tabs.bills);
      expect(await room(CASHIER).getAttribute("aria-current")).toBe("true");
      await page.locator(".rows-table tbody a").first().waitFor();
      await visitor.looksAt("two-roles-cashier");
      await keys.press(room(TEACHER));
      await page.waitForURL("**/school/teacher/*");
      await page.getByText("李O一").or(page.getByText("李一")).first().waitFor();
      expect(await page.title()).toMatch(/五年七十[一二]班/);
      expect(await room(TEACHER).getAttribute("aria-current")).toBe("true");
      expect(await room(CASHIER).getAttribute("aria-current")).toBeNull();
      await visitor.looksAt("two-roles-teacher");
      expect(visitor.complaints).toEqual([]);
    },
  );

  it.each<Device>([desk, chinese, { ...chinese, isDark: true }, telephone])(
    "is without a fault before and after a sign-in, on %o",
    async (device) => {
      const words = consoleWords(device.language).shell;
      await using visitor = await arrive(device);
      await visitor.page.goto("/school/");
      await visitor.sees(words.welcome.title);
      await visitor.looksAt("welcome");
      await visitor.signIn("guardian@campus.example", demoPassword);
      await visitor.sees(words.noRoom.title);
      await visitor.looksAt("no-room");
      expect(visitor.complaints).toEqual([]);
    },
  );

  it("says of an address that is nothing's that it is nothing's", async () => {
    await using visitor = await signedIn("teacher");
    await visitor.page.goto("/school/nowhere");
    await visitor.sees(shell.notFound.title);
    await visitor.looksAt("not-found");
    await visitor.page.goto("/school/cashier");
    await visitor.sees(shell.notFound.title);
  });

  it("covers the screen when its session ends, and goes on where it was after another sign-in", async () => {
    await using visitor = await signedIn("teacher");
    const { page, context } = visitor;
    await page.locator("main").waitFor();
    await page.evaluate(() => Object.assign(globalThis, { isStillHere: true }));
    await context.clearCookies();
    await page.evaluate("dispatchEvent(new Event('online'))");
    await page.getByRole("heading", { name: shell.ended.title }).waitFor();
    await visitor.looksAt("ended");
    expect(await page.locator("main").isVisible()).toBe(false);
    await page.keyboard.press("Escape");
    expect(await page.getByRole("dialog").isVisible()).toBe(true);
    const opened = context.waitForEvent("page");
    await page.getByRole("button", { name: shell.ended.signIn }).click();
    const tab = await opened;
    await Visitor.fillSignIn(tab, "teacher@campus.example", demoPassword);
    await page.getByRole("dialog").waitFor({ state: "detached" });
    expect(await page.locator("main").isVisible()).toBe(true);
    expect(await page.evaluate("isStillHere")).toBe(true);
  });

  it("shows nothing of before to whoever goes back after a sign-out", async () => {
    await using visitor = await signedIn("teacher");
    const { page } = visitor;
    const answer = await page.goto("/school/");
    expect(answer!.headers()["cache-control"]).toBe("no-store");
    await page.getByText("周佩珊").waitFor();
    // What is asked for just as its session ends is refused, and Chromium complains of that.
    await page.waitForLoadState("networkidle");
    await page.getByRole("button", { name: shell.signOut }).click();
    await visitor.sees(shell.welcome.title);
    await page.goto("/");
    await page.goBack();
    await visitor.sees(shell.welcome.title);
    expect(await page.content()).not.toContain("周佩珊");
    expect(visitor.complaints).toEqual([]);
  });

  it("clears the other tabs' screens with a sign-out in one", async () => {
    await using visitor = await signedIn("teacher");
    const { page, context } = visitor;
    await page.getByText("周佩珊").waitFor();
    const second = await context.newPage();
    await second.goto("/school/");
    await second.getByRole("button", { name: shell.signOut }).click();
    await visitor.sees(shell.welcome.title);
    expect(await page.getByRole("dialog").count()).toBe(0);
  });
});
