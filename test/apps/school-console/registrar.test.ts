import { ClassGridDocument, SchoolClassesDocument } from "@campus-graph/clients/generated/operations";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildApps } from "../../../gateway/launch/src/build-apps.mjs";
import { as } from "../../harness/as.js";
import { demoPassword, type Graph, startGraph } from "../../harness/graph.js";
import { contextOn } from "../../journeys/city.js";
import { elementary } from "../../journeys/given.js";
import { startChromium } from "../chromium.js";
import { type Device, desk, schoolConsole, Visitor } from "../parent-app/visitor.js";
import { apply, importClass } from "./applicants.js";
import { consoleWords } from "./console-words.js";
import {
  asBig5,
  asExcel,
  asUtf16,
  classRows,
  oldExcel,
  type SheetFile,
  withOwnCharacter,
} from "./sheet-files.js";

const chinese: Device = { ...desk, language: "zh-TW" };
const { import: words, registrar: room, review, shell } = consoleWords("zh-TW");
const login = "registrar@campus.example";

describe("a registrar", () => {
  let graph: Graph;
  let chromium: Browser;
  let demo: ReturnType<typeof contextOn>;
  beforeAll(async () => {
    await buildApps();
    graph = await startGraph({ demoCity: true });
    chromium = await startChromium();
    demo = contextOn(graph);
  });
  afterAll(async () => {
    await demo?.[Symbol.asyncDispose]();
    await chromium?.close();
    await graph?.[Symbol.asyncDispose]();
  });

  const signedIn = async (device = chinese) => {
    const visitor = await Visitor.arrive(chromium, graph.publicUrl, device, schoolConsole);
    await visitor.signIn(login, demoPassword);
    await visitor.page.locator('input[type="file"]').waitFor({ state: "attached" });
    return visitor;
  };
  const drop = ({ page }: Visitor, file: SheetFile) => page.locator('input[type="file"]').setInputFiles(file);
  const problems = ({ page }: Visitor) => page.locator("tr.severity-error");
  const classesNow = async () => {
    await using registrar = await as(graph, login);
    return (await registrar.query(SchoolClassesDocument, { code: elementary })).school!.classes;
  };

  it.each([
    ["Big5", "四年四十一班", asBig5],
    ["Excel", "四年四十二班", asExcel],
  ] as const)(
    "enters a class of 40 with five wrong cells from %s: corrected beside the cells, done, and undone",
    async (kind, className, write) => {
      const right = classRows(className, 40);
      const wrong = right.map((cells) => [...cells]);
      const faults = [
        { line: 5, at: 3, value: "A123456780" },
        { line: 10, at: 4, value: "107/13/45" },
        { line: 15, at: 1, value: "13" },
        { line: 20, at: 2, value: "" },
        { line: 25, at: 2, value: "李O四" },
      ];
      for (const { line, at, value } of faults) wrong[line - 1]![at] = value;
      await using visitor = await signedIn();
      const { page } = visitor;
      await drop(visitor, await write(wrong));
      await page.getByText(words.read(kind, 41)).waitFor();
      await problems(visitor).nth(4).waitFor();
      expect(await problems(visitor).count()).toBe(5);
      await visitor.looksAt(`import-problems-${kind}`);
      expect(await page.getByRole("button", { name: words.carryOut, exact: true }).isDisabled()).toBe(true);
      for (const { line, at } of faults)
        await page
          .getByLabel(words.cellOf(line, right[0]![at]!), { exact: true })
          .fill(right[line - 1]![at]!);
      const saved = page.waitForEvent("download");
      await page.getByRole("button", { name: words.download }).click();
      expect((await saved).suggestedFilename()).toBe(`名冊-${words.corrected}.xlsx`);
      await page.getByRole("button", { name: words.checkAgain }).click();
      const coming = page.getByRole("region", { name: words.coming });
      await coming.getByText("40", { exact: true }).waitFor();
      expect(await coming.getByRole("listitem").count()).toBe(40);
      await visitor.looksAt(`import-plan-${kind}`);
      await page.getByRole("button", { name: words.carryOut, exact: true }).click();
      await page.getByText(words.done({ added: 40, changed: 0, moved: 0, left: 0 })).waitFor();
      expect((await classesNow()).map(({ name }) => name)).toContain(className);

      // The next sheet changes a seat and lets one go; the sheet of before brings both back.
      const next = right.slice(0, -1).map((cells) => [...cells]);
      next[1]![1] = "77";
      await drop(visitor, await write(next));
      await page.getByRole("region", { name: words.leaving }).getByText(`${className} 40 號`).waitFor();
      await page.getByRole("button", { name: words.carryOut, exact: true }).click();
      await page.getByText(words.done({ added: 0, changed: 1, moved: 0, left: 1 })).waitFor();
      await visitor.looksAt(`import-done-${kind}`);
      await page.getByRole("button", { name: words.undo }).click();
      await coming.getByText(`${className} 40 號`).waitFor();
      await page.getByRole("button", { name: words.carryOut, exact: true }).click();
      await page.getByText(words.done({ added: 1, changed: 1, moved: 0, left: 0 })).waitFor();
      expect(visitor.complaints).toEqual([]);
    },
    180_000,
  );

  it("is told what to do with a file that cannot be read as it is, and reads UTF-16", async () => {
    const rows = classRows("四年四十三班", 3);
    await using visitor = await signedIn();
    const { page } = visitor;
    await drop(visitor, oldExcel);
    await page.getByText(words.unreadable.OLD_EXCEL(0)).waitFor();
    await visitor.looksAt("import-old-excel");
    await drop(visitor, withOwnCharacter(rows, 3));
    await page.getByText(words.unreadable.STRANGE_CHARACTER(3)).waitFor();
    await drop(visitor, { ...oldExcel, name: "a.csv", buffer: Buffer.alloc(0) });
    await page.getByText(words.unreadable.EMPTY(0)).waitFor();
    await drop(visitor, asUtf16(rows));
    await page.getByText(words.read("UTF-16", 4)).waitFor();
    await page.getByRole("region", { name: words.coming }).getByText("3", { exact: true }).waitFor();
    expect(visitor.complaints).toEqual([]);
  });

  it("says what a column is, and is asked before many leave", async () => {
    const rows = classRows("四年四十四班", 8);
    rows[0]![2] = "學生名";
    await using visitor = await signedIn();
    const { page } = visitor;
    await drop(visitor, asUtf16(rows));
    await page.locator('[data-code="MISSING_COLUMN"]').waitFor();
    await page.getByLabel("學生名").selectOption("姓名");
    await page.getByRole("button", { name: words.checkAgain }).click();
    await page.getByRole("region", { name: words.coming }).getByText("8", { exact: true }).waitFor();
    await page.getByRole("button", { name: words.carryOut, exact: true }).click();
    await page.getByText(words.done({ added: 8, changed: 0, moved: 0, left: 0 })).waitFor();
    rows[0]![2] = "姓名";
    await drop(visitor, asUtf16(rows.slice(0, 5)));
    await page.getByLabel(words.leaversAsTheyShould(4)).check();
    await page.getByRole("button", { name: words.carryOut, exact: true }).click();
    await page.getByText(words.done({ added: 0, changed: 0, moved: 0, left: 4 })).waitFor();
    expect(visitor.complaints).toEqual([]);
  });

  it("takes back an import that made a class, and the class with it", async () => {
    const className = "四年四十七班";
    await using visitor = await signedIn();
    const { page } = visitor;
    await drop(visitor, asUtf16(classRows(className, 3)));
    await page.getByText(words.newClasses(className)).waitFor();
    await page.getByRole("button", { name: words.carryOut, exact: true }).click();
    await page.getByText(words.done({ added: 3, changed: 0, moved: 0, left: 0 })).waitFor();
    await page.getByRole("button", { name: words.undo }).click();
    await page.getByText(words.endingClasses(className)).waitFor();
    await page.getByLabel(words.leaversAsTheyShould(3)).check();
    await visitor.looksAt("import-undo-class");
    await page.getByRole("button", { name: words.carryOut, exact: true }).click();
    await page.getByText(words.done({ added: 0, changed: 0, moved: 0, left: 3 })).waitFor();
    expect((await classesNow()).map(({ name }) => name)).not.toContain(className);
    expect(visitor.complaints).toEqual([]);
  });

  it("loses no corrected cell when the session ends in the middle", async () => {
    const rows = classRows("四年四十五班", 5);
    const right = rows[2]![3]!;
    rows[2]![3] = "A123456780";
    await using visitor = await signedIn();
    const { page, context } = visitor;
    await drop(visitor, asUtf16(rows));
    const cell = page.getByLabel(words.cellOf(3, "身分證字號"), { exact: true });
    await cell.fill(right);
    await context.clearCookies();
    await page.getByRole("button", { name: words.checkAgain }).click();
    await page.getByRole("heading", { name: shell.ended.title }).waitFor();
    const opened = context.waitForEvent("page");
    await page.getByRole("button", { name: shell.ended.signIn }).click();
    await Visitor.fillSignIn(await opened, login, demoPassword);
    await page.getByRole("dialog").waitFor({ state: "detached" });
    expect(await cell.inputValue()).toBe(right);
    await page.getByRole("button", { name: words.checkAgain }).click();
    await page.getByRole("region", { name: words.coming }).getByText("5", { exact: true }).waitFor();
  });

  it("ends a binding that should not be, having read whose it is, for a reason", async () => {
    await using visitor = await signedIn();
    const { page } = visitor;
    await page.getByRole("link", { name: room.tabs.classes }).click();
    await page.getByRole("link", { name: "二年一班" }).click();
    const row = page.getByRole("row", { name: /吳二貴/ });
    await row.getByRole("button", { name: room.classes.end }).click();
    const dialog = page.getByRole("dialog", { name: room.classes.endTitle("6-吳二貴", "陳美玲", "母親") });
    await dialog.getByRole("button", { name: room.classes.endYes }).click();
    await dialog.getByText(room.classes.reasonMissing).waitFor();
    await visitor.looksAt("end-binding");
    await dialog.getByLabel(room.classes.reason).fill("申請人不是監護人，誤核");
    await dialog.getByRole("button", { name: room.classes.endYes }).click();
    await page.getByText(room.classes.ended("6-吳二貴", "陳美玲")).waitFor();
    await row.getByRole("button", { name: room.classes.end }).waitFor({ state: "detached" });
    await visitor.looksAt("classes");
    expect(visitor.complaints).toEqual([]);
  });

  it("decides what no homeroom teacher can", async () => {
    const made = await importClass(demo, 1, { hasTeacher: false });
    const applicant = await apply(demo, made.children[0]!);
    await graph.settle();
    await using visitor = await signedIn();
    const { page } = visitor;
    await page.getByRole("link", { name: room.tabs.waiting }).click();
    const line = page.locator(`tr[data-line="${applicant.requestId}"]`);
    await line.getByText(made.name).waitFor();
    await visitor.looksAt("waiting");
    await line.getByRole("button", { name: review.approve }).click();
    await page.getByText(review.told(1, 0, 0)).waitFor();
    await graph.settle();
    await using registrar = await as(graph, login);
    const { classReview } = await registrar.query(ClassGridDocument, { classId: made.id });
    expect(classReview[0]!.bindings).toHaveLength(1);
    expect(visitor.complaints).toEqual([]);
  });

  it.each<Device>([
    { ...desk, isDark: true },
    { width: 768, height: 1024, language: "zh-TW" },
  ])("is without a fault on every screen, on %o", async (device) => {
    const { registrar, import: words } = consoleWords(device.language);
    await using visitor = await signedIn(device);
    const { page } = visitor;
    await visitor.looksAt("import");
    const rows = classRows("四年四十六班", 3);
    rows[1]![3] = "A123456780";
    await drop(visitor, asUtf16(rows));
    await page.getByText(words.problems(2)).waitFor();
    await visitor.looksAt("import-problems");
    for (const tab of ["classes", "waiting"] as const) {
      await page.getByRole("link", { name: registrar.tabs[tab] }).click();
      await visitor.sees(registrar[tab].title);
      await visitor.looksAt(tab);
    }
    expect(visitor.complaints).toEqual([]);
  });
});
