import { demoPeople } from "@campus-graph/schema/demo-city";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildApps } from "../../../gateway/launch/src/build-apps.mjs";
import { demoPassword, type Graph, startGraph } from "../../harness/graph.js";
import { startChromium } from "../chromium.js";
import { type Device, desk, schoolConsole, Visitor } from "../parent-app/visitor.js";
import { consoleWords } from "./console-words.js";

const chinese: Device = { ...desk, language: "zh-TW" };
const tablet: Device = { width: 768, height: 1024, language: "zh-TW" };
const { it: it1, bureau, teacher, cashier } = demoPeople;

describe("who appoints staff", () => {
  let graph: Graph;
  let chromium: Browser;
  beforeAll(async () => {
    await buildApps();
    graph = await startGraph({ demoCity: true });
    await graph.settle();
    chromium = await startChromium();
  });
  afterAll(async () => {
    await chromium?.close();
    await graph?.[Symbol.asyncDispose]();
  });

  const arrive = async (email: string, room: "it" | "bureau", device: Device) => {
    const visitor = await Visitor.arrive(chromium, graph.publicUrl, device, schoolConsole);
    await visitor.signIn(email, demoPassword);
    await visitor.page.locator("main h1").waitFor();
    await visitor.page.goto(`/school/${room}/staff`);
    await visitor.sees(consoleWords(device.language).staff.title);
    return visitor;
  };
  const row = ({ page }: Visitor, name: string) => page.getByRole("row").filter({ hasText: name });
  const choose = ({ page, device }: Visitor, school: string) =>
    page.getByLabel(consoleWords(device.language).shell.school, { exact: true }).selectOption(school);

  it.each<Device>([chinese, { ...desk, isDark: true }, tablet])(
    "shows a school's IT office who is what, and lets it appoint by keyboard alone, on %o",
    async (device) => {
      const words = consoleWords(device.language);
      const { staff } = words;
      await using visitor = await arrive(it1.email, "it", device);
      const { page } = visitor;
      await row(visitor, teacher.name).waitFor();
      await page.getByText(staff.own, { exact: true }).waitFor();
      await visitor.looksAt("staff-list");
      await page.getByRole("button", { name: staff.appointNew }).press("Enter");
      // The first field has the focus.
      await page.keyboard.press("Enter");
      await page.getByText(staff.appoint.missing).first().waitFor();
      await visitor.looksAt("staff-appoint-missing");
      // A name holds no number.
      const name = `代理${device.language === "en" ? "乙" : device.width === 768 ? "丙" : "甲"}`;
      await page.keyboard.type(`substitute${device.width}${device.language}@school.example`);
      await page.keyboard.press("Tab");
      await page.keyboard.type(name);
      await page.keyboard.press("Tab");
      await page.keyboard.press("Space");
      await page.getByLabel(staff.until, { exact: true }).fill("2099-06-30");
      await visitor.looksAt("staff-appoint");
      await page.getByRole("button", { name: staff.appoint.submit, exact: true }).press("Enter");
      await page.getByText(staff.appoint.done(staff.whose(name, words.shell.room.TEACHER))).waitFor();
      expect(await row(visitor, name).textContent()).toContain(staff.states.IN_EFFECT);
      expect(await row(visitor, name).textContent()).toMatch(/188\/06\/30|30 Jun 2099/);
      expect(visitor.complaints).toEqual([]);
    },
  );

  it("has a cashier of a school approved by the bureau, which chooses among all schools", async () => {
    const { staff, shell } = consoleWords("zh-TW");
    const whose = staff.whose("蔡出納", shell.room.CASHIER);
    await using office = await arrive(it1.email, "it", chinese);
    await office.page.getByRole("button", { name: staff.appointNew }).click();
    await office.page.getByLabel(staff.appoint.email, { exact: true }).fill("tsai@school.example");
    await office.page.getByLabel(staff.appoint.name, { exact: true }).fill("蔡出納");
    await office.page.getByRole("radio", { name: shell.room.CASHIER }).check({ force: true });
    await office.page.getByText(staff.appoint.needsApproval).waitFor();
    await office.page.getByRole("button", { name: staff.appoint.submit, exact: true }).click();
    await office.page.getByText(staff.appoint.proposed(whose)).waitFor();
    const proposed = row(office, "蔡出納");
    expect(await proposed.textContent()).toContain(staff.awaitsAnother);
    expect(await proposed.getByRole("button", { name: staff.approve.act }).count()).toBe(0);
    await office.looksAt("staff-proposed");

    await using visitor = await arrive(bureau.email, "bureau", chinese);
    const { page } = visitor;
    await visitor.looksAt("bureau-staff");
    await page.getByLabel(staff.onlyAwaiting).check();
    const waiting = row(visitor, "蔡出納");
    await waiting.waitFor();
    await expect.poll(() => page.locator("tbody tr").count()).toBe(1);
    expect(await waiting.textContent()).toContain("內湖國小");
    await visitor.looksAt("bureau-awaiting");
    await waiting.getByRole("button", { name: `${staff.approve.act}：${whose}` }).press("Enter");
    const dialog = page.getByRole("dialog");
    await dialog.getByText("tsai@school.example").waitFor();
    await visitor.looksAt("bureau-approve");
    await dialog.getByRole("button", { name: staff.approve.yes }).press("Enter");
    await page.getByText(staff.approve.done(whose)).waitFor();
    await page.getByText(staff.none).waitFor();
    await choose(visitor, "403601");
    await row(visitor, "蔡出納").waitFor();
    expect(await row(visitor, "蔡出納").textContent()).toContain(staff.states.IN_EFFECT);
    await choose(visitor, "343602");
    await page.getByText(staff.none).waitFor();
    expect([...office.complaints, ...visitor.complaints]).toEqual([]);
  });

  it("lets a role end on a day, takes that back, and ends it at once, which its holder's screen shows", async () => {
    const { staff, shell } = consoleWords("zh-TW");
    const whose = staff.whose(cashier.name, shell.room.CASHIER);
    await using holder = await Visitor.arrive(chromium, graph.publicUrl, chinese, schoolConsole);
    await holder.signIn(cashier.email, demoPassword);
    await holder.page.locator("main h1").waitFor();
    await using visitor = await arrive(bureau.email, "bureau", chinese);
    const { page } = visitor;
    await choose(visitor, "403601");
    const line = row(visitor, cashier.name);
    const ask = (act: string) => line.getByRole("button", { name: `${act}：${whose}` }).click();
    await ask(staff.end.act);
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel(staff.end.on).fill("2099-01-31");
    await visitor.looksAt("staff-end");
    await dialog.getByRole("button", { name: staff.end.act }).click();
    await page.getByText(staff.end.doneLater(whose, "188/01/31")).waitFor();
    await page.getByText(staff.endsFrom("188/01/31"), { exact: true }).waitFor();
    await visitor.looksAt("staff-ends");
    await ask(staff.undo.act);
    await page.getByText(staff.undo.done(whose)).waitFor();
    await ask(staff.end.act);
    await dialog.getByRole("button", { name: staff.end.act }).click();
    await page.getByText(staff.end.done(whose)).waitFor();
    await line.waitFor({ state: "detached" });
    await page.getByLabel(staff.withPast).check();
    await line.waitFor();
    expect(await line.textContent()).toContain(staff.states.OVER);
    await holder.page.reload();
    await holder.page.getByRole("heading", { name: shell.noRoom.title }).waitFor();
    expect(visitor.complaints).toEqual([]);
  });

  it("resets the second factor of somebody on the list, and asks why", async () => {
    const { staff, shell, it: words } = consoleWords("zh-TW");
    await using visitor = await arrive(it1.email, "it", chinese);
    const { page } = visitor;
    const act = `${staff.reset.act}：${staff.whose(teacher.name, shell.room.TEACHER)}`;
    await page.getByRole("button", { name: act }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel(words.accounts.reason).fill("手機遺失，本人到校確認");
    await visitor.looksAt("staff-reset");
    await dialog.getByRole("button", { name: words.accounts.acts.resetFactor.act }).click();
    await page.getByText(staff.reset.done(teacher.name)).waitFor();
  });

  it.each<Device>([chinese, { ...tablet, language: "en" }])(
    "tries a sheet of staff, has a wrong cell corrected beside its line, and appoints all, on %o",
    async (device) => {
      const { staff, staffImport, import: sheets } = consoleWords(device.language);
      await using visitor = await arrive(it1.email, "it", device);
      const { page } = visitor;
      await page.getByRole("link", { name: staff.importSheet }).click();
      await page.getByRole("heading", { level: 1, name: /內湖國小/ }).waitFor();
      const at = `${device.width}@school.example`;
      const content = `Name,email,職稱,起\n何老師,ho${at},導師,\n高註冊,kao${at},校長,\n連老師,,導師,115/13/45\n`;
      await page
        .locator("input[type=file]")
        .setInputFiles({ name: "staff.csv", mimeType: "text/csv", buffer: Buffer.from(content) });
      await page.getByRole("heading", { name: sheets.problems(2) }).waitFor();
      await visitor.looksAt("staff-import-problems");
      const carryOut = page.getByRole("button", { name: staffImport.carryOut, exact: true });
      expect(await carryOut.isDisabled()).toBe(true);
      await page.getByLabel(sheets.cellOf(3, "職稱")).fill("註冊組");
      await page.getByLabel(sheets.cellOf(4, "email")).fill(`lien${at}`);
      await page.getByRole("button", { name: sheets.checkAgain }).click();
      await page.getByRole("heading", { name: sheets.problems(1) }).waitFor();
      await page.getByLabel(sheets.cellOf(4, "起")).fill("");
      await page.getByRole("button", { name: sheets.checkAgain }).click();
      await page.getByRole("heading", { name: staffImport.plan(3) }).waitFor();
      await visitor.looksAt("staff-import-plan");
      await carryOut.click();
      await page.getByRole("heading", { name: staffImport.done(2, 1) }).waitFor();
      await visitor.looksAt("staff-import-done");
      await page.locator("main a.back").click();
      await row(visitor, "高註冊").first().waitFor();
      expect(await row(visitor, `kao${at}`).textContent()).toContain(staff.states.AWAITS_APPROVAL);
      expect(visitor.complaints).toEqual([]);
    },
  );

  it("lets the bureau appoint to its own office, find any account, and a person of two roles switch between rooms", async () => {
    const { staff, shell, it: words } = consoleWords("zh-TW");
    await using visitor = await arrive(bureau.email, "bureau", chinese);
    const { page } = visitor;
    await page.getByRole("button", { name: staff.appointNew }).click();
    await page.getByLabel(staff.appoint.email, { exact: true }).fill(it1.email);
    await page.getByLabel(staff.appoint.name, { exact: true }).fill(it1.name);
    expect(await page.getByRole("radio", { name: shell.room.CASHIER }).count()).toBe(0);
    await page.getByRole("radio", { name: shell.room.BUREAU }).check({ force: true });
    await page.getByRole("button", { name: staff.appoint.submit, exact: true }).click();
    await page.getByText(staff.appoint.done(staff.whose(it1.name, shell.room.BUREAU))).waitFor();
    await page.getByRole("link", { name: words.accounts.tab, exact: true }).click();
    await page.getByRole("textbox", { name: words.accounts.kinds.email }).fill(demoPeople.teacher2.email);
    await page.keyboard.press("Enter");
    await page.getByRole("article").waitFor();
    await visitor.looksAt("bureau-account");

    await using both = await Visitor.arrive(chromium, graph.publicUrl, chinese, schoolConsole);
    await both.signIn(it1.email, demoPassword);
    const rooms = both.page.getByRole("navigation", { name: shell.rooms });
    await rooms.getByRole("link", { name: shell.room.BUREAU }).click();
    await both.sees(staff.title);
    await both.looksAt("bureau-and-it");
    await rooms.getByRole("link", { name: shell.room.IT }).click();
    await both.sees(words.accounts.title);
    expect([...visitor.complaints, ...both.complaints]).toEqual([]);
  });
});
