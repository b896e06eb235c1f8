import { CashierBillsDocument, NotifyPaymentDocument } from "@campus-graph/clients/generated/operations";
import { proofOfPayment } from "@campus-graph/clients/partner";
import pg from "pg";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { buildApps } from "../../../gateway/launch/src/build-apps.mjs";
import { as, asWallet, walletOf } from "../../harness/as.js";
import { demoPassword, type Graph, startGraph } from "../../harness/graph.js";
import { contextOn } from "../../journeys/city.js";
import { elementary } from "../../journeys/given.js";
import { startChromium } from "../chromium.js";
import { type Device, desk, schoolConsole, Visitor } from "../parent-app/visitor.js";
import { importClass, type MadeUpClass } from "./applicants.js";
import { billSchool } from "./cashiers-desk.js";
import { consoleWords } from "./console-words.js";

const chinese: Device = { ...desk, language: "zh-TW" };
const amount = 1_200;

let graph: Graph;
let chromium: Browser;
let classes: MadeUpClass[];
beforeAll(async () => {
  await buildApps();
  graph = await startGraph({ demoCity: true });
  chromium = await startChromium();
  await using demo = contextOn(graph);
  classes = [];
  for (const size of [12, 36, 24]) classes.push(await importClass(demo, size, { hasTeacher: false }));
  await graph.settle();
  await using cashier = await as(graph, "cashier@campus.example");
  await billSchool(cashier, ["游泳課"], amount);
  // Of each class a third has paid, and of the second class and the third another third is late.
  for (const [place, { id }] of classes.entries()) {
    const { schoolBills } = await cashier.query(CashierBillsDocument, {
      schoolCode: elementary,
      filter: { title: "游泳課", classId: id },
      first: 100,
    });
    const bills = schoolBills.edges.map(({ node }) => node);
    const third = bills.length / 3;
    for (const { accountNumber } of bills.slice(0, third)) await pay(accountNumber);
    if (place > 0) await makeLate(bills.slice(third, 2 * third).map(({ id }) => id));
  }
});
afterAll(async () => {
  await chromium?.close();
  await graph?.[Symbol.asyncDispose]();
});

async function pay(accountNumber: string): Promise<void> {
  await using wallet = asWallet(graph);
  const transactionNumber = `SWIM${accountNumber}`;
  const paidAt = new Date().toISOString();
  const input = { accountNumber, amount, channel: "EASY_WALLET" as const, transactionNumber, paidAt };
  await wallet.mutate(NotifyPaymentDocument, { input, proof: await proofOfPayment(walletOf(graph), input) });
}

/** No bill is issued late, and no test waits for tomorrow. */
async function makeLate(ids: readonly string[]): Promise<void> {
  const payments = new pg.Client({ connectionString: graph.databaseUrls.payments });
  await payments.connect();
  const late = "update payments.bill set due_date = current_date - 3 where id = any($1::uuid[])";
  const { rowCount } = await payments.query(late, [ids]);
  await payments.end();
  expect(rowCount).toBe(ids.length);
}

it.each<Device>([chinese, desk, { ...desk, width: 1024, height: 768 }, { ...chinese, isDark: true }])(
  "draws what each class has paid, owes, and owes too late, to one scale, on %o",
  async (device) => {
    const words = consoleWords(device.language);
    await using visitor = await Visitor.arrive(chromium, graph.publicUrl, device, schoolConsole);
    await visitor.signIn("cashier@campus.example", demoPassword);
    const { page } = visitor;
    await page.getByRole("link", { name: words.cashier.tabs.unpaid }).click();
    await visitor.sees(words.cashier.tabs.unpaid);
    await page.getByLabel(words.cashier.billing).selectOption("游泳課");
    const widthsOf = async ({ name }: MadeUpClass) => {
      const bar = page.getByRole("row", { name }).locator(".share");
      await bar.waitFor();
      const parts = ["share-paid", "share-open", "share-overdue"];
      return Promise.all(
        parts.map(async (part) => Math.round(Number(await bar.locator(`.${part}`).getAttribute("width")))),
      );
    };
    // The largest class fills the bar.
    await expect.poll(() => widthsOf(classes[0]!)).toEqual([11, 22, 0]);
    expect(await widthsOf(classes[1]!)).toEqual([33, 33, 33]);
    expect(await widthsOf(classes[2]!)).toEqual([22, 22, 22]);
    await visitor.looksAt("by-class-three-shares");
    expect(visitor.complaints).toEqual([]);
  },
);
