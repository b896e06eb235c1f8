import type { Connection } from "@campus-graph/clients/connect";
import {
  BillListDocument,
  IssueBillsDocument,
  StartPaymentDocument,
} from "@campus-graph/clients/generated/operations";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { billWords } from "../../../clients/parent-app/src/words/bills.js";
import { buildApps } from "../../../gateway/launch/src/build-apps.mjs";
import { as } from "../../harness/as.js";
import { checkBooksAfterEach } from "../../harness/books.js";
import { demoPassword, type Graph, startGraph } from "../../harness/graph.js";
import { childOf, children, elementary, taipeiDay } from "../../journeys/given.js";
import { startChromium } from "../chromium.js";
import { type Device, desk, schoolConsole, telephone, Visitor } from "../parent-app/visitor.js";
import { consoleWords } from "./console-words.js";

const chinese: Device = { ...desk, language: "zh-TW" };
const narrow: Device = { ...telephone, language: "en" };
/** What a page shows without anybody asking anew comes within this. */
const liveMs = 6_000;

describe("a bill that was issued wrongly", () => {
  let graph: Graph;
  let chromium: Browser;
  let cashier: Connection;
  let mother: Connection;
  let child: string;
  checkBooksAfterEach(() => (graph ? [graph] : []));
  beforeAll(async () => {
    await buildApps();
    graph = await startGraph({ demoCity: true });
    chromium = await startChromium();
    cashier = await as(graph, "cashier@campus.example");
    mother = await as(graph, "coguardian@campus.example");
    child = await childOf(mother, children.younger);
  });
  afterAll(async () => {
    await cashier?.close();
    await mother?.close();
    await chromium?.close();
    await graph?.[Symbol.asyncDispose]();
  });

  const issue = async () => {
    const input = {
      schoolCode: elementary,
      title: "校外教學費",
      dueDate: taipeiDay(14),
      items: [
        { name: "門票", amount: 500 },
        { name: "車資", amount: 180 },
      ],
      studentIds: [child],
      idempotencyKey: crypto.randomUUID(),
      again: true,
    };
    const { issueBills } = await cashier.mutate(IssueBillsDocument, { input });
    await graph.settle();
    return issueBills.results[0]!.bill!.id;
  };
  /** The cashier's screen of the bill, and the father's telephone that shows it. */
  const open = async (bill: string, device: Device) => {
    const desk = await Visitor.arrive(chromium, graph.publicUrl, device, schoolConsole);
    await desk.signIn("cashier@campus.example", demoPassword);
    await desk.page.goto(`/school/cashier/bills/${bill}`);
    await desk.sees("校外教學費");
    const father = await Visitor.arrive(chromium, graph.publicUrl, telephone);
    await father.signIn("guardian@campus.example", demoPassword);
    await father.page.goto(`/parent/bills/${bill}`);
    await father.page.getByRole("tab").first().waitFor();
    return { desk, father, words: consoleWords(device.language).change };
  };
  const words = billWords["zh-TW"];

  it.each([chinese, narrow])("is corrected, and the guardian is led to the new one (%o)", async (device) => {
    const bill = await issue();
    const { desk, father, words: change } = await open(bill, device);
    await desk.page.getByRole("button", { name: change.changes.AMEND }).click();
    await desk.page.getByRole("button", { name: change.does.AMEND }).click();
    await desk.page.getByText(change.nothingChanged).waitFor();
    await desk.page.getByText(change.reasonMissing).waitFor();
    const amounts = desk.page.locator(".item-row input.number");
    await amounts.first().fill("450");
    await desk.page.getByLabel(change.reason).fill("門票改為團體價");
    await desk.page.getByText(change.newTotal("NT$630")).waitFor();
    await desk.looksAt("change-bill");
    await desk.page.getByRole("button", { name: change.does.AMEND }).click();
    await desk.page.getByText(change.done.AMEND).waitFor();
    await desk.page.getByRole("link", { name: change.replaces }).waitFor();
    await desk.looksAt("changed-bill");
    await father.page.getByText(words.notPayable.SUPERSEDED).waitFor({ timeout: liveMs });
    await father.page.getByText(words.endReason("門票改為團體價")).waitFor();
    await father.looksAt("bill-replaced");
    await father.page.getByRole("link", { name: words.toReplacement }).click();
    await father.page.getByText("NT$630").first().waitFor();
    expect([...desk.complaints, ...father.complaints]).toEqual([]);
    await desk[Symbol.asyncDispose]();
    await father[Symbol.asyncDispose]();
  });

  it("is waived line by line until nothing is due", async () => {
    const bill = await issue();
    const { desk, father, words: change } = await open(bill, chinese);
    const waive = async (amount: string) => {
      await desk.page.getByRole("button", { name: change.changes.WAIVE }).click();
      await desk.page.getByLabel(change.amount).fill(amount);
      await desk.page.getByLabel(change.reason).fill("家長會補助");
      await desk.page.getByRole("button", { name: change.does.WAIVE, exact: true }).click();
    };
    await waive("501");
    await desk.page.getByText(change.amountWrong("NT$500")).waitFor();
    await desk.page.getByLabel(change.amount).fill("500");
    await desk.page.getByRole("button", { name: change.does.WAIVE, exact: true }).click();
    await desk.page.getByText(change.done.WAIVE).waitFor();
    await waive("180");
    await desk.page.locator(".state", { hasText: consoleWords("zh-TW").cashier.status.WAIVED }).waitFor();
    await desk.looksAt("waived-bill");
    await father.page.getByRole("link", { name: words.toReplacement }).click({ timeout: liveMs });
    await father.page.getByText(words.notPayable.WAIVED).waitFor({ timeout: liveMs });
    await father.looksAt("bill-waived");
    expect([...desk.complaints, ...father.complaints]).toEqual([]);
    await desk[Symbol.asyncDispose]();
    await father[Symbol.asyncDispose]();
  });

  it("is taken back, also while somebody pays, which the cashier is warned of", async () => {
    const bill = await issue();
    const input = { billId: bill, channel: "ATM", idempotencyKey: crypto.randomUUID() } as const;
    await mother.mutate(StartPaymentDocument, { input });
    const { desk, father, words: change } = await open(bill, chinese);
    await desk.page.getByRole("button", { name: change.changes.VOID }).click();
    await desk.page.getByText(change.underWay).waitFor();
    await desk.page.getByLabel(change.reason).fill("開錯班級");
    await desk.page.keyboard.press("Enter");
    await desk.page.locator(".state", { hasText: consoleWords("zh-TW").cashier.status.VOIDED }).waitFor();
    await desk.page.locator(".history .voided", { hasText: "開錯班級" }).waitFor();
    await desk.looksAt("voided-bill");
    await father.page.getByText(words.notPayable.VOIDED).waitFor({ timeout: liveMs });
    const { myBills } = await mother.query(BillListDocument, { first: 20, status: "UNPAID" });
    expect(myBills.edges.map(({ node }) => node.id)).not.toContain(bill);
    expect([...desk.complaints, ...father.complaints]).toEqual([]);
    await desk[Symbol.asyncDispose]();
    await father[Symbol.asyncDispose]();
  });
});
