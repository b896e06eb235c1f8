import type { Connection } from "@campus-graph/clients/connect";
import { CashierBillsDocument } from "@campus-graph/clients/generated/operations";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { issueChannelWords } from "../../../clients/school-console/src/words/issue-channels.js";
import { buildApps } from "../../../gateway/launch/src/build-apps.mjs";
import { as } from "../../harness/as.js";
import { demoPassword, type Graph, startGraph } from "../../harness/graph.js";
import { elementary } from "../../journeys/given.js";
import { startChromium } from "../chromium.js";
import { desk, schoolConsole, telephone, Visitor } from "../parent-app/visitor.js";
import { consoleWords } from "./console-words.js";

let graph: Graph;
let chromium: Browser;
let cashier: Connection;
beforeAll(async () => {
  await buildApps();
  graph = await startGraph({ demoCity: true });
  cashier = await as(graph, "cashier@campus.example");
  chromium = await startChromium();
});
afterAll(async () => {
  await cashier?.close();
  await chromium?.close();
  await graph?.[Symbol.asyncDispose]();
});

it("lets a cashier choose how a bill may be paid, and the guardian is offered that alone", async () => {
  const title = "直笛";
  const words = consoleWords("zh-TW");
  const { what, when, whom, check, result, next } = words.issue;
  await using visitor = await Visitor.arrive(
    chromium,
    graph.publicUrl,
    { ...desk, language: "zh-TW" },
    schoolConsole,
  );
  const { page } = visitor;
  await visitor.signIn("cashier@campus.example", demoPassword);
  await page.getByRole("link", { name: words.cashier.tabs.issue }).first().click();
  await page.getByLabel(whom.single).fill("林承佑");
  await page.getByRole("checkbox", { name: "林承佑" }).check();
  const goOn = page.getByRole("button", { name: next, exact: true });
  await goOn.click();
  await page.getByLabel(what.title).fill(title);
  await page.getByLabel(what.itemName).fill(title);
  await page.getByLabel(what.amount).fill("300");
  await goOn.click();
  await page.getByRole("button", { name: when.in(14) }).click();
  const { ATM: atm, ...others } = words.cashier.channels as Record<string, string>;
  const channel = (name: string) => page.getByRole("checkbox", { name, exact: true });
  for (const name of [atm!, ...Object.values(others)]) await channel(name).uncheck();
  await goOn.click();
  await page.getByText(issueChannelWords["zh-TW"].none).waitFor();
  await visitor.looksAt("issue-channels-none");
  await channel(atm!).check();
  await visitor.looksAt("issue-channels");
  await goOn.click();
  await page.getByText(check.summary(1, "NT$300")).waitFor();
  await page.locator("dd", { hasText: atm! }).waitFor();
  await visitor.looksAt("issue-channels-check");
  await page.getByRole("button", { name: check.issue(1) }).click();
  await page.getByText(result.issued(1, "NT$300")).waitFor();
  const { schoolBills } = await cashier.query(CashierBillsDocument, {
    schoolCode: elementary,
    filter: { title },
    first: 1,
  });
  const { id } = schoolBills.edges[0]!.node;
  await page.goto(`/school/cashier/bills/${id}`);
  await page.locator("dd", { hasText: atm! }).waitFor();
  await visitor.looksAt("bill-channels");
  expect(visitor.complaints).toEqual([]);

  await using parent = await Visitor.arrive(chromium, graph.publicUrl, telephone);
  await parent.signIn("guardian@campus.example", demoPassword);
  await parent.page.goto(`/parent/bills/${id}`);
  await parent.page.getByRole("tab").first().waitFor();
  expect(await parent.page.getByRole("tab").allTextContents()).toEqual([atm]);
  await parent.looksAt("bill-one-way");
  expect(parent.complaints).toEqual([]);
});
