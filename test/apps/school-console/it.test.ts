import { encryptField } from "@campus-graph/kit/auth/crypto";
import { newId } from "@campus-graph/kit/sql/id";
import { demoPeople } from "@campus-graph/schema/demo-city";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildApps } from "../../../gateway/launch/src/build-apps.mjs";
import { demoPassword, type Graph, startGraph } from "../../harness/graph.js";
import { startChromium } from "../chromium.js";
import { type Device, desk, pictureFile, schoolConsole, Visitor } from "../parent-app/visitor.js";
import { consoleWords } from "./console-words.js";

const chinese: Device = { ...desk, language: "zh-TW" };

describe("a school's IT office", () => {
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

  const signedIn = async (device: Device) => {
    const visitor = await Visitor.arrive(chromium, graph.publicUrl, device, schoolConsole);
    await visitor.signIn("it@campus.example", demoPassword);
    await visitor.sees(consoleWords(device.language).it.accounts.title);
    return visitor;
  };
  const find = async ({ page, device }: Visitor, kind: "email" | "mobile", typed: string) => {
    const { accounts } = consoleWords(device.language).it;
    await page.getByRole("radio", { name: accounts.kinds[kind] }).check({ force: true });
    await page.getByRole("textbox", { name: accounts.kinds[kind] }).fill(typed);
    await page.keyboard.press("Enter");
  };

  it.each<Device>([chinese, { ...desk, isDark: true }, { width: 768, height: 1024, language: "zh-TW" }])(
    "finds whose account it is, and no account of another school's, on %o",
    async (device) => {
      const { accounts } = consoleWords(device.language).it;
      await using visitor = await signedIn(device);
      const { page } = visitor;
      await visitor.looksAt("it-find");
      await page.getByRole("button", { name: accounts.find }).click();
      await page.getByText(accounts.missing).waitFor();
      await find(visitor, "email", demoPeople.guardian.email);
      const card = page.getByRole("article");
      await card.waitFor();
      expect(await card.textContent()).toContain(accounts.states.ACTIVE);
      expect(await card.textContent()).toContain("g***@campus.example");
      await visitor.looksAt("it-account");
      await find(visitor, "mobile", demoPeople.teacher2.mobile);
      await page.getByText(accounts.none).waitFor();
      expect(await card.count()).toBe(0);
      await visitor.looksAt("it-none");
      expect(visitor.complaints).toEqual([]);
    },
  );

  it("disables an account, whose own screen is covered at once, and enables it again", async () => {
    const { accounts } = consoleWords("zh-TW").it;
    const { shell } = consoleWords("zh-TW");
    await using teacher = await Visitor.arrive(chromium, graph.publicUrl, chinese, schoolConsole);
    await teacher.signIn(demoPeople.teacher.email, demoPassword);
    await teacher.page.locator("main h1").waitFor();
    await using visitor = await signedIn(chinese);
    const { page } = visitor;
    await find(visitor, "email", demoPeople.teacher.email);
    const act = async (name: string) => {
      await page.getByRole("article").getByRole("button", { name }).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByRole("button", { name }).click();
      await dialog.getByText(accounts.reasonMissing).waitFor();
      await visitor.looksAt(`it-${name === accounts.acts.disable.act ? "disable" : "enable"}`);
      await dialog.getByLabel(accounts.reason).fill("本人電話告知手機遺失");
      await dialog.getByRole("button", { name }).click();
      await dialog.waitFor({ state: "detached" });
    };
    await act(accounts.acts.disable.act);
    await page.getByText(accounts.acts.disable.done).waitFor();
    await visitor.looksAt("it-disabled");
    await teacher.page.evaluate("dispatchEvent(new Event('online'))");
    await teacher.page.getByRole("heading", { name: shell.ended.title }).waitFor();
    await act(accounts.acts.enable.act);
    await page.getByText(accounts.acts.enable.done).waitFor();
    await using again = await Visitor.arrive(chromium, graph.publicUrl, chinese, schoolConsole);
    await again.signIn(demoPeople.teacher.email, demoPassword);
    await again.page.locator("main h1").waitFor();
    expect(visitor.complaints).toEqual([]);
  });

  it("lists messages that nobody took, and sends one again", async () => {
    await using visitor = await signedIn(chinese);
    const { page } = visitor;
    await page.getByRole("link", { name: "未送達訊息" }).click();
    await visitor.sees("未送達訊息");
    await page.getByText("沒有未送達的訊息。").waitFor();
    await visitor.looksAt("it-messages-none");
    const id = newId();
    const { keys, em, clock } = graph.subgraphs.identity.running.contextFor();
    const letter = { to: demoPeople.guardian.email, subject: "一封信", text: "給家長的話" };
    const place = { table: "mail_job", column: "letter", row: id };
    const payload = {
      letter: encryptField(keys.ring("field"), JSON.stringify(letter), place),
      subjectId: demoPeople.guardian.subjectId,
    };
    await em.execute(
      `insert into job (id, kind, dedupe, payload, urgent, created_at, next_try_at, tries, dead_at, last_error)
       values (?, 'mail-notice', 'one', ?, false, ?, ?, 1, ?, 'MAIL_BOUNCED')`,
      [id, JSON.stringify(payload), clock.now(), clock.now(), clock.now()],
    );
    await page.reload();
    await page.getByText("g***@campus.example").waitFor();
    await visitor.looksAt("it-messages");
    await page.setViewportSize({ width: 320, height: 640 });
    await page.screenshot({ path: pictureFile("it-messages-320.png", schoolConsole), fullPage: true });
    await page.getByRole("button", { name: /重送：/ }).click();
    await page.getByText("已排入重送：g***@campus.example").waitFor();
    await page.getByText("沒有未送達的訊息。").waitFor();
    await graph.settle();
    const [mail] = (await (
      await fetch(`${graph.publicUrl}/mail.json?to=${demoPeople.guardian.email}`)
    ).json()) as { text: string }[];
    expect(mail?.text).toContain("給家長的話");
  });
});
