import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildApps } from "../../../gateway/launch/src/build-apps.mjs";
import { demoPassword, type Graph, startGraph } from "../../harness/graph.js";
import { startChromium } from "../chromium.js";
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

  it.each([
    ["teacher", shell.room.TEACHER],
    ["registrar", shell.room.REGISTRAR],
    ["cashier", shell.room.CASHIER],
  ])("leads a %s into their room, and offers no other", async (login, room) => {
    await using visitor = await signedIn(login);
    const { page } = visitor;
    await page.waitForURL(`**/school/${login}**`);
    const rooms = page.getByRole("navigation", { name: shell.rooms }).getByRole("link");
    await rooms.first().waitFor();
    expect(await rooms.allTextContents()).toEqual([room]);
    expect(visitor.complaints).toEqual([]);
  });

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
