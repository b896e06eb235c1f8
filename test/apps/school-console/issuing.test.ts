import type { Connection } from "@campus-graph/clients/connect";
import { CashierBillsDocument, SchoolStudentsDocument } from "@campus-graph/clients/generated/operations";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildApps } from "../../../gateway/launch/src/build-apps.mjs";
import { as } from "../../harness/as.js";
import { demoPassword, type Graph, startGraph } from "../../harness/graph.js";
import { elementary } from "../../journeys/given.js";
import { startChromium } from "../chromium.js";
import { Keyboard } from "../parent-app/keyboard.js";
import { type Device, desk, schoolConsole, telephone, Visitor } from "../parent-app/visitor.js";
import { consoleWords } from "./console-words.js";

const chinese: Device = { ...desk, language: "zh-TW" };
const tablet: Device = { width: 1024, height: 768, language: "zh-TW" };

describe("a cashier who bills", () => {
  let graph: Graph;
  let chromium: Browser;
  let cashier: Connection;
  let students: { id: string; name?: string | null; seatNumber?: number | null }[];
  let className: string;

  beforeAll(async () => {
    await buildApps();
    graph = await startGraph({ demoCity: true });
    cashier = await as(graph, "cashier@campus.example");
    const { school } = await cashier.query(SchoolStudentsDocument, { code: elementary });
    className = school!.classes[0]!.name;
    students = [...school!.classes[0]!.students];
    chromium = await startChromium();
  });
  afterAll(async () => {
    await cashier?.close();
    await chromium?.close();
    await graph?.[Symbol.asyncDispose]();
  });

  const arrive = async (device: Device) => {
    const visitor = await Visitor.arrive(chromium, graph.publicUrl, device, schoolConsole);
    await visitor.signIn("cashier@campus.example", demoPassword);
    const words = consoleWords(device.language);
    await visitor.sees(words.cashier.tabs.bills);
    await visitor.page.getByRole("link", { name: words.cashier.tabs.issue }).first().click();
    await visitor.sees(words.issue.title);
    return { visitor, page: visitor.page, words: words.issue };
  };
  const billsOf = async (title: string) => {
    const { schoolBills } = await cashier.query(CashierBillsDocument, {
      schoolCode: elementary,
      filter: { title },
      first: 100,
    });
    return schoolBills.edges.map(({ node }) => node);
  };
  const next = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

  it("comes by keyboard alone, in four steps, to bills that the parents’ app shows at once", async () => {
    const title = "畢業紀念冊";
    await using parent = await Visitor.arrive(chromium, graph.publicUrl, telephone);
    await parent.signIn("guardian@campus.example", demoPassword);
    await parent.page.goto("/parent/");
    await parent.page.locator(".bill").first().waitFor();
    await parent.page.waitForLoadState("networkidle");

    const { visitor, page, words } = await arrive(chinese);
    await using _ = visitor;
    const keys = new Keyboard(page);
    await keys.press(next(page, words.next));
    await page.getByText(words.whom.none).waitFor();
    await visitor.looksAt("issue-whom-nobody");
    await keys.tick(page.getByRole("checkbox", { name: className }));
    await page.getByText(words.whom.chosen(students.length)).waitFor();
    await visitor.looksAt("issue-whom");
    await keys.press(next(page, words.next));
    await keys.type(page.getByLabel(words.what.title), title);
    await keys.press(next(page, words.next));
    await page.getByText(words.what.amountWrong).waitFor();
    await visitor.looksAt("issue-what-wrong");
    await keys.type(page.getByLabel(words.what.itemName), title);
    await keys.type(page.getByLabel(words.what.amount), "1,250");
    await keys.press(next(page, words.next));
    await keys.press(next(page, words.when.in(14)));
    await visitor.looksAt("issue-when");
    await keys.press(next(page, words.next));
    await page
      .getByText(words.check.summary(students.length, `NT$${(1250 * students.length).toLocaleString("en")}`))
      .waitFor();
    await visitor.looksAt("issue-check");
    expect(await billsOf(title)).toHaveLength(0);
    await keys.press(next(page, words.check.issue(students.length)));
    await page
      .getByText(words.result.issued(students.length, `NT$${(1250 * students.length).toLocaleString("en")}`))
      .waitFor();
    await visitor.looksAt("issue-result");
    await parent.page.locator(".bill", { hasText: title }).first().waitFor();
    expect(await billsOf(title)).toHaveLength(students.length);
    expect(visitor.complaints).toEqual([]);
  });

  /** As far as the last step, for three students with an amount each: three batches. */
  const toThreeBatches = async (page: Page, title: string) => {
    const words = consoleWords("zh-TW").issue;
    for (const { name } of students.slice(0, 3)) {
      await page.getByLabel(words.whom.single).fill(name!);
      await page.getByRole("checkbox", { name: name! }).check();
    }
    await next(page, words.next).click();
    await page.getByLabel(words.what.title).fill(title);
    await page.getByLabel(words.what.itemName).fill(title);
    await page.getByLabel(words.what.perChild).check();
    for (const [place, { name }] of students.slice(0, 3).entries())
      await page.getByLabel(`${words.what.amount} ${name}`).fill(String(100 * (place + 1)));
    await next(page, words.next).click();
    await next(page, words.when.in(7)).click();
    await next(page, words.next).click();
    await page.getByText(words.check.summary(3, "NT$600")).waitFor();
    return words;
  };

  it.each<Device>([desk, { ...tablet, language: "en" }])(
    "reads as well in English, on %o",
    async (device) => {
      const title = `Museum visit ${device.width}`;
      const { visitor, page, words } = await arrive(device);
      await using _ = visitor;
      await visitor.looksAt("issue-whom");
      await page.getByRole("checkbox", { name: className }).check();
      await next(page, words.next).click();
      await page.getByLabel(words.what.title).fill(title);
      await page.getByLabel(words.what.itemName).fill("Ticket");
      await page.getByLabel(words.what.amount).fill("250");
      await visitor.looksAt("issue-what");
      await next(page, words.next).click();
      await next(page, words.when.in(14)).click();
      await visitor.looksAt("issue-when");
      await next(page, words.next).click();
      const sum = `NT$${(250 * students.length).toLocaleString("en")}`;
      await page.getByText(words.check.summary(students.length, sum)).waitFor();
      await visitor.looksAt("issue-check");
      await next(page, words.check.issue(students.length)).click();
      await page.getByText(words.result.issued(students.length, sum)).waitFor();
      await visitor.looksAt("issue-result");
      expect(visitor.complaints).toEqual([]);
    },
  );

  it("bills nobody twice when the page is loaded anew in the middle, its answer lost", async () => {
    const title = "游泳課門票";
    const { visitor, page } = await arrive(chinese);
    await using _ = visitor;
    const words = await toThreeBatches(page, title);
    await visitor.looksAt("issue-check-per-child");
    let sent = 0;
    const lost = Promise.withResolvers<void>();
    await page.route("**/graphql", async (route) => {
      if (!route.request().postData()?.includes("issueBills(") || ++sent !== 2) return route.continue();
      // The graph does it, and the page never hears.
      await route.fetch();
      lost.resolve();
    });
    await next(page, words.check.issue(3)).click();
    await lost.promise;
    expect(await billsOf(title)).toHaveLength(2);
    await page.reload();
    await page.getByText(words.run.cut(1, 3)).waitFor();
    await visitor.looksAt("issue-cut");
    await next(page, words.run.goOn).click();
    await page.getByText(words.result.issued(3, "NT$600")).waitFor();
    const issued = await billsOf(title);
    expect(issued.map(({ amount }) => amount).sort((a, b) => a - b)).toEqual([100, 200, 300]);
    expect(new Set(issued.map(({ student }) => student.id)).size).toBe(3);
  });

  it("is told by row who has just been billed, and bills them again only when that is meant", async () => {
    const title = "校外教學";
    const { visitor, page, words } = await arrive(tablet);
    await using _ = visitor;
    const [first = "", second = ""] = students.map(({ name }) => name ?? "");
    const issueTo = async (names: string[]) => {
      for (const name of names) {
        await page.getByLabel(words.whom.single).fill(name);
        await page.getByRole("checkbox", { name }).check();
      }
      await next(page, words.next).click();
      await page.getByLabel(words.what.title).fill(title);
      await page.getByLabel(words.what.itemName).fill("門票");
      await page.getByLabel(words.what.amount).fill("90000");
      await next(page, words.next).click();
      await next(page, words.when.in(30)).click();
      await next(page, words.next).click();
    };
    await issueTo([first]);
    await page.getByText(/相差很多/).waitFor();
    await next(page, words.check.issue(1)).click();
    await next(page, words.result.anew).click();
    await issueTo([first, second]);
    await page.getByText(words.check.again(1)).waitFor();
    await visitor.looksAt("issue-check-odd");
    // The other one alone, as long as nothing else is meant.
    await next(page, words.check.issue(1)).click();
    await page.getByText(words.result.refused(1)).waitFor();
    await visitor.looksAt("issue-result-refused");
    expect(await billsOf(title)).toHaveLength(2);
    await next(page, words.result.again(1)).click();
    await page.getByText(words.result.issued(1, "NT$90,000")).waitFor();
    expect(await billsOf(title)).toHaveLength(3);
    expect(visitor.complaints).toEqual([]);
  });

  it.each<Device>([chinese, tablet, { ...tablet, language: "en" }])(
    "sees what each class owes, without a fault on %o",
    async (device) => {
      const { visitor, page } = await arrive(device);
      await using _ = visitor;
      const words = consoleWords(device.language);
      await page.getByRole("link", { name: words.cashier.tabs.unpaid }).click();
      await visitor.sees(words.cashier.tabs.unpaid);
      await page.getByRole("rowheader", { name: className }).waitFor();
      await visitor.looksAt("by-class");
      await page.getByRole("link", { name: className }).click();
      await visitor.sees(words.cashier.tabs.bills);
      expect(page.url()).toContain("show=UNPAID");
      expect(visitor.complaints).toEqual([]);
    },
  );
});
