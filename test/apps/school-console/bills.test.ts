import { readFile } from "node:fs/promises";
import type { Connection } from "@campus-graph/clients/connect";
import {
  BillFiguresDocument,
  CashierBillsDocument,
  StaffDocument,
} from "@campus-graph/clients/generated/operations";
import pg from "pg";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildApps } from "../../../gateway/launch/src/build-apps.mjs";
import { as } from "../../harness/as.js";
import { demoPassword, type Graph, startGraph } from "../../harness/graph.js";
import { elementary } from "../../journeys/given.js";
import { startChromium } from "../chromium.js";
import { type Device, desk, schoolConsole, Visitor } from "../parent-app/visitor.js";
import { billSchool, longestTaskMs } from "./cashiers-desk.js";
import { consoleWords } from "./console-words.js";

const chinese: Device = { ...desk, language: "zh-TW" };
const tablet: Device = { width: 1024, height: 768, language: "zh-TW" };
const { bill, cashier: words } = consoleWords("zh-TW");

/** 內湖國中. */
const juniorHigh = "403501";
/** A term's bills of a large school. */
const fewestBills = 1_500;
/** What a person takes for at once. */
const longestTask = 100;

describe("the cashier's bills", () => {
  let graph: Graph;
  let chromium: Browser;
  let cashier: Connection;

  beforeAll(async () => {
    await buildApps();
    graph = await startGraph({ demoCity: true });
    cashier = await as(graph, "cashier@campus.example");
    const [first = 0] = [await billSchool(cashier, ["課後照顧費 1"])];
    const titles = Array.from(
      { length: Math.ceil(fewestBills / first) },
      (_, place) => `課後照顧費 ${place + 2}`,
    );
    await billSchool(cashier, titles);
    chromium = await startChromium();
  });
  afterAll(async () => {
    await cashier?.close();
    await chromium?.close();
    await graph?.[Symbol.asyncDispose]();
  });

  const arrive = async (device = chinese) => {
    const visitor = await Visitor.arrive(chromium, graph.publicUrl, device, schoolConsole);
    await visitor.signIn("cashier@campus.example", demoPassword);
    await visitor.sees(consoleWords(device.language).cashier.tabs.bills);
    await visitor.page.locator(".rows-table tbody a").first().waitFor();
    return visitor;
  };
  const figures = async () => {
    const { all } = await cashier.query(BillFiguresDocument, {
      all: { schoolCode: elementary, by: "SCHOOL" },
      byStatus: { schoolCode: elementary, by: "STATUS" },
    });
    return all[0]!;
  };

  it.each<Device>([desk, chinese, tablet, { ...tablet, language: "en" }, { ...chinese, isDark: true }])(
    "are listed without a fault on %o",
    async (device) => {
      await using visitor = await arrive(device);
      await visitor.looksAt("bills");
      await visitor.page.locator(".rows-table tbody a").first().click();
      const { bill } = consoleWords(device.language);
      await visitor.page.locator(".history .issued", { hasText: bill.issuedBy("郭淑芬") }).waitFor();
      await visitor.page.waitForLoadState("networkidle");
      await visitor.looksAt("bill");
      expect(visitor.complaints).toEqual([]);
    },
  );

  it("are counted and summed by the graph, not by what was loaded", async () => {
    await using visitor = await arrive();
    const { bills, billed, open } = await figures();
    expect(bills).toBeGreaterThanOrEqual(fewestBills);
    const totals = await visitor.page.locator(".totals").textContent();
    for (const sum of [bills, billed, open]) expect(totals).toContain(sum.toLocaleString("en"));
    const table = visitor.page.locator(".rows-table");
    expect(await table.getAttribute("aria-rowcount")).toBe(String(bills + 1));
    expect(await table.locator("tbody tr:not([aria-hidden])").count()).toBeLessThan(80);
  });

  it("are filtered and scrolled without a task that is felt", async () => {
    await using visitor = await arrive();
    const { page } = visitor;
    await page.waitForLoadState("networkidle");
    const longest = await longestTaskMs(page, async () => {
      const find = page.getByLabel(words.find);
      for (const typed of ["林", "林承", "林承佑", "二年一班 1", "4803", "4803 0063"]) await find.fill(typed);
      await find.fill("");
      for (const show of ["PAID", "UNPAID", "ALL"] as const)
        await page.getByRole("radio", { name: words.shows[show] }).check({ force: true });
      await page.getByLabel(words.billing).selectOption("課後照顧費 3");
      await page.getByLabel(words.billing).selectOption("");
      const box = page.locator(".rows-box");
      await page.waitForLoadState("networkidle");
      for (let place = 0; place < 12; place++) {
        await box.evaluate((element, part) => {
          element.scrollTop = (element.scrollHeight * part) / 12;
        }, place);
        await page.evaluate("new Promise((drawn) => requestAnimationFrame(drawn))");
      }
      await page.waitForLoadState("networkidle");
    });
    expect(longest).toBeLessThan(longestTask);
  });

  it("are read to the last one by scrolling", async () => {
    await using visitor = await arrive();
    const { page } = visitor;
    const { bills } = await figures();
    const box = page.locator(".rows-box");
    await box.evaluate((element) => {
      element.scrollTop = element.scrollHeight;
    });
    const last = page.locator(`.rows-table tr[aria-rowindex="${bills + 1}"] a`);
    await last.waitFor();
    expect(await last.count()).toBe(1);
  });

  it("are found by a number with or without blanks, and by a child", async () => {
    await using visitor = await arrive();
    const { page } = visitor;
    const { schoolBills } = await cashier.query(CashierBillsDocument, { schoolCode: elementary, first: 40 });
    const { accountNumber, student } = schoolBills.edges.at(-1)!.node;
    const rows = page.locator(".rows-table tbody tr:not([aria-hidden])");
    const find = page.getByLabel(words.find);
    for (const typed of [accountNumber, accountNumber.replace(/(\d{4})/g, "$1 ")]) {
      await find.fill(typed);
      await page.locator(".totals .count", { hasText: words.totals.bills(1) }).waitFor();
      await expect.poll(() => rows.count()).toBe(1);
      expect(await rows.textContent()).toContain(accountNumber.replace(/(\d{4})(?=\d)/g, "$1 "));
      await find.fill("");
    }
    const name = await page.locator(".rows-table tbody a").first().textContent();
    await find.fill(name!);
    await expect.poll(async () => new Set(await rows.locator("a").allTextContents()).size).toBe(1);
    await find.fill("查無此人");
    await page.getByText(words.nothing).waitFor();
    await visitor.looksAt("bills-nothing");
    expect(student.maskedName).toContain("O");
  });

  it("are taken along as a file, whole, with no cell that a spreadsheet would run", async () => {
    const title = '=HYPERLINK("http://example.com")';
    const issued = await billSchool(cashier, [title]);
    await using visitor = await arrive();
    const { page } = visitor;
    await page.goto(`/school/cashier/bills?title=${encodeURIComponent(title)}`);
    await page.getByText(words.totals.bills(issued), { exact: true }).waitFor();
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: words.csv }).click(),
    ]);
    const lines = (await readFile((await file.path())!, "utf8")).trimEnd().split("\r\n");
    expect(lines[0]).toContain(`\uFEFF${words.columns.status},${words.columns.seat}`);
    expect(lines).toHaveLength(issued + 1);
    for (const line of lines.slice(1)) {
      expect(line).toContain("'=HYPERLINK");
      expect(line).toMatch(/,\d{4} \d{4} \d{4} \d{4},/);
    }
  });

  it("say that something has changed, and change nothing before they are told to", async () => {
    await using visitor = await arrive();
    const { page } = visitor;
    await page.waitForLoadState("networkidle");
    const before = await page.locator(".rows-table tbody a").first().getAttribute("href");
    await billSchool(cashier, ["運動會服裝"]);
    await page.evaluate("dispatchEvent(new Event('online'))");
    await page.getByText(words.news).waitFor();
    expect(await page.locator(".rows-table tbody a").first().getAttribute("href")).toBe(before);
    await visitor.looksAt("bills-news");
    await page.getByRole("button", { name: words.readAnew }).click();
    await page.locator(".rows-table tbody tr", { hasText: "運動會服裝" }).first().waitFor();
    expect(await page.getByText(words.news).count()).toBe(0);
  });

  it("are nothing to the cashier of another school: not in the list, not by number, not by address", async () => {
    const { schoolBills } = await cashier.query(CashierBillsDocument, { schoolCode: elementary, first: 1 });
    const { id, accountNumber } = schoolBills.edges[0]!.node;
    const identity = new pg.Client({ connectionString: graph.databaseUrls.identity });
    await identity.connect();
    await using colleague = await as(graph, "cashier2@campus.example");
    const { me } = await colleague.query(StaffDocument);
    const { rowCount } = await identity.query(
      "update identity.account set roles = replace(roles::text, $1, $2)::jsonb where id = $3",
      [elementary, juniorHigh, me?.id],
    );
    await identity.end();
    expect(rowCount).toBe(1);
    await using visitor = await Visitor.arrive(chromium, graph.publicUrl, chinese, schoolConsole);
    await visitor.signIn("cashier2@campus.example", demoPassword);
    await visitor.sees(words.tabs.bills);
    const { page } = visitor;
    await page.locator(".rows-table tbody a").first().waitFor();
    expect(await page.getByText("課後照顧費").count()).toBe(0);
    await page.getByLabel(words.find).fill(accountNumber);
    await page.getByText(words.nothing).waitFor();
    await page.goto(`/school/cashier/bills/${id}`);
    await page.getByText(bill.notFound).waitFor();
    await visitor.looksAt("bill-not-found");
    expect(visitor.complaints).toEqual([]);
  });
});
