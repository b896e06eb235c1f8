import type { Connection } from "@campus-graph/clients/connect";
import { SchoolBillsDocument } from "@campus-graph/clients/generated/operations";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildApps } from "../../../gateway/launch/src/build-apps.mjs";
import { as } from "../../harness/as.js";
import { checkBooksAfterEach } from "../../harness/books.js";
import { demoPassword, type Graph, startGraph } from "../../harness/graph.js";
import { elementary, taipeiDay } from "../../journeys/given.js";
import { startChromium } from "../chromium.js";
import { type Device, desk, schoolConsole, telephone, Visitor } from "../parent-app/visitor.js";
import { consoleWords } from "./console-words.js";

const chinese: Device = { ...desk, language: "zh-TW" };
const narrow: Device = { ...telephone, language: "en" };

describe("the bank's daily file, in a browser", () => {
  let graph: Graph;
  let chromium: Browser;
  let cashier: Connection;
  checkBooksAfterEach(() => (graph ? [graph] : []));
  beforeAll(async () => {
    await buildApps();
    graph = await startGraph({ demoCity: true });
    chromium = await startChromium();
    cashier = await as(graph, "cashier@campus.example");
  });
  afterAll(async () => {
    await cashier?.close();
    await chromium?.close();
    await graph?.[Symbol.asyncDispose]();
  });

  async function unpaidBill() {
    const variables = { schoolCode: elementary, first: 1, status: "UNPAID" } as const;
    const { schoolBills } = await cashier.query(SchoolBillsDocument, variables);
    return schoolBills.edges[0]!.node;
  }

  function fileOf(number: number, lines: readonly (readonly [string, string, number])[]) {
    const day = taipeiDay(0);
    const records = [
      ["H", "wallet", day, number],
      ...lines.map(([transaction, account, amount]) => [
        "P",
        transaction,
        account,
        amount,
        "EASY_WALLET",
        day,
      ]),
      ["T", lines.length, lines.reduce((sum, [, , amount]) => sum + amount, 0), 0],
    ];
    const buffer = Buffer.from(records.map((record) => record.join(",")).join("\r\n"));
    return { name: "bank.csv", mimeType: "text/csv", buffer };
  }

  it.each([chinese, narrow])("is imported, and what nobody could place is placed (%o)", async (device) => {
    const words = consoleWords(device.language).settlement;
    const bill = await unpaidBill();
    await using visitor = await Visitor.arrive(chromium, graph.publicUrl, device, schoolConsole);
    const { page } = visitor;
    await visitor.signIn("cashier@campus.example", demoPassword);
    await page.goto("/school/cashier/settlement");
    await visitor.sees(words.title);
    await page.getByText(words.noFiles).or(page.locator("table")).first().waitFor();
    const number = device === chinese ? 1 : 2;
    const broken = { ...fileOf(number, []), buffer: Buffer.from("H,wallet") };
    await page.getByLabel(words.choose).setInputFiles(broken);
    await page.locator("[data-code=SETTLEMENT_UNREADABLE]").waitFor();
    const file = fileOf(number, [[`BANK-${number}`, `999999999999999${number}`, bill.amount]]);
    await page.getByLabel(words.choose).setInputFiles(file);
    await page.locator(".exceptions .state", { hasText: words.kinds.UNKNOWN_NUMBER }).waitFor();
    await visitor.looksAt("settlement");
    await page.getByRole("button", { name: words.remedies.APPLY }).click();
    await page.getByRole("button", { name: words.remedies.APPLY }).click();
    await page.getByText(words.numberMissing).waitFor();
    await page.getByLabel(words.number).fill(bill.accountNumber);
    await page.getByLabel(words.note, { exact: true }).fill("抄錯一碼");
    await visitor.looksAt("place-money");
    await page.getByRole("button", { name: words.remedies.APPLY }).click();
    await page.getByText(words.none).waitFor();
    await page.getByText(words.agrees).first().waitFor();
    await visitor.looksAt("settled");
    expect((await unpaidBill()).id).not.toBe(bill.id);
    expect(visitor.complaints).toEqual([]);
  });
});
