import type { Connection } from "@campus-graph/clients/connect";
import {
  IssueBillsDocument,
  NotifyPaymentDocument,
  type NotifyPaymentInput,
} from "@campus-graph/clients/generated/operations";
import { proofOfPayment } from "@campus-graph/clients/partner";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { owedBackWords } from "../../../clients/parent-app/src/words/owed-back.js";
import { buildApps } from "../../../gateway/launch/src/build-apps.mjs";
import { as, asWallet, walletOf } from "../../harness/as.js";
import { checkBooksAfterEach } from "../../harness/books.js";
import { demoPassword, type Graph, startGraph } from "../../harness/graph.js";
import { childOf, children, elementary, taipeiDay } from "../../journeys/given.js";
import { startChromium } from "../chromium.js";
import { type Device, desk, schoolConsole, telephone, Visitor } from "../parent-app/visitor.js";
import { consoleWords } from "./console-words.js";

const chinese: Device = { ...desk, language: "zh-TW" };
const narrow: Device = { ...telephone, language: "en" };

describe("money that was paid twice", () => {
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

  /** A bill of the demo's younger child that somebody has paid at the wallet twice. */
  async function anOverpaidBill(title: string): Promise<string> {
    await using mother = await as(graph, "coguardian@campus.example");
    const input = {
      schoolCode: elementary,
      title,
      dueDate: taipeiDay(14),
      items: [{ name: "門票", amount: 680 }],
      studentIds: [await childOf(mother, children.younger)],
      idempotencyKey: crypto.randomUUID(),
    };
    const { issueBills } = await cashier.mutate(IssueBillsDocument, { input });
    const bill = issueBills.results[0]!.bill!;
    const wallet = asWallet(graph);
    for (const transactionNumber of [`${title}-1`, `${title}-2`].map((text) =>
      Buffer.from(text).toString("hex"),
    )) {
      const notice: NotifyPaymentInput = {
        accountNumber: bill.accountNumber,
        amount: bill.amount,
        channel: "EASY_WALLET",
        transactionNumber: transactionNumber.slice(-60),
        paidAt: new Date().toISOString(),
      };
      const proof = await proofOfPayment(walletOf(graph), notice);
      await wallet.mutate(NotifyPaymentDocument, { input: notice, proof });
    }
    await wallet.close();
    await graph.settle();
    return bill.id;
  }

  const arrive = async (login: string, device: Device, app = schoolConsole) => {
    const visitor = await Visitor.arrive(chromium, graph.publicUrl, device, app);
    await visitor.signIn(login, demoPassword);
    return visitor;
  };

  it("is proposed by one cashier, approved by another, and paid to the account that the guardian gives", async () => {
    const words = consoleWords("zh-TW").cases;
    const owed = owedBackWords["zh-TW"];
    const bill = await anOverpaidBill("校外教學費");
    await using first = await arrive("cashier@campus.example", chinese);
    await first.page.goto("/school/cashier/cases");
    await first.sees(words.title);
    await first.looksAt("cases");
    await first.page.getByRole("link", { name: "校外教學費" }).click();
    await first.page.getByRole("button", { name: words.acts.REFUND, exact: true }).click();
    await first.page.getByLabel(words.amount).fill("681");
    await first.page.getByText(words.amountWrong("NT$680")).waitFor();
    await first.page.getByLabel(words.amount).fill("600");
    await first.page.getByLabel(words.reason, { exact: true }).fill("重複繳費");
    await first.looksAt("propose-refund");
    await first.page.getByRole("button", { name: words.does.REFUND }).click();
    await first.page.getByText(words.own).waitFor();
    await first.looksAt("proposed-refund");

    await using second = await arrive("cashier2@campus.example", narrow);
    const english = consoleWords("en").cases;
    await second.page.goto("/school/cashier/cases");
    await second.sees(english.title);
    await second.page.getByText(english.waits.mine).waitFor();
    await second.looksAt("cases");
    await second.page.getByRole("link", { name: "校外教學費" }).click();
    await second.page.getByRole("button", { name: english.approve }).click();
    await second.page.getByText(english.states.APPROVED).waitFor();
    await second.looksAt("approved-refund");

    await using father = await arrive(
      "guardian@campus.example",
      { ...telephone, language: "zh-TW" },
      undefined,
    );
    await father.page.goto(`/parent/bills/${bill}`);
    await father.page.getByText(owed.owed("NT$680")).waitFor();
    await father.page.getByRole("button", { name: owed.give }).click();
    await father.page.getByText(owed.bankWrong).waitFor();
    await father.page.getByLabel(owed.bankCode).fill("012");
    await father.page.getByLabel(owed.account).fill("4803-0063-0000-1234");
    await father.looksAt("owed-back");
    await father.page.getByRole("button", { name: owed.give }).click();
    await father.page.getByText(owed.given("012", "••••1234")).waitFor();
    await father.looksAt("owed-back-given");

    await first.page.goto("/school/cashier/cases");
    const [file] = await Promise.all([
      first.page.waitForEvent("download"),
      first.page.getByRole("button", { name: words.order }).click(),
    ]);
    expect(file.suggestedFilename()).toContain("refunds");
    await first.page.getByText(words.ordersMade(1)).waitFor();
    expect([...first.complaints, ...second.complaints, ...father.complaints]).toEqual([]);
  });

  it("is credited to another bill of the child, and held until then", async () => {
    const words = consoleWords("zh-TW").cases;
    await anOverpaidBill("保險費");
    await using visitor = await arrive("cashier@campus.example", chinese);
    await visitor.page.goto("/school/cashier/cases");
    await visitor.page.getByRole("link", { name: "保險費" }).click();
    await visitor.page.getByRole("button", { name: words.acts.HOLD, exact: true }).click();
    await visitor.page.getByLabel(words.note, { exact: true }).fill("等家長決定");
    await visitor.page.getByRole("button", { name: words.does.HOLD, exact: true }).click();
    await visitor.page.getByText(words.held("等家長決定")).waitFor();
    const { issueBills } = await cashier.mutate(IssueBillsDocument, {
      input: {
        schoolCode: elementary,
        title: "班費",
        dueDate: taipeiDay(14),
        items: [{ name: "班費", amount: 200 }],
        studentIds: [await childOf(await as(graph, "coguardian@campus.example"), children.younger)],
        idempotencyKey: crypto.randomUUID(),
      },
    });
    expect(issueBills.results[0]!.ok).toBe(true);
    await visitor.page.reload();
    await visitor.page.getByRole("button", { name: words.acts.CREDIT, exact: true }).click();
    await visitor.page.getByLabel(words.bill).selectOption({ label: "班費 NT$200" });
    await visitor.page.getByRole("button", { name: words.does.CREDIT, exact: true }).click();
    await visitor.page.locator(".history .credited").waitFor();
    await visitor.looksAt("credited-case");
    expect(visitor.complaints).toEqual([]);
  });

  it.each([chinese, narrow])("stands in the books, account by account (%o)", async (device) => {
    const { books } = consoleWords(device.language);
    await using visitor = await arrive("cashier@campus.example", device);
    await visitor.page.goto("/school/cashier/books");
    await visitor.sees(books.title);
    await visitor.page.getByRole("rowheader", { name: books.accounts.OVERPAYMENTS![0] }).waitFor();
    await visitor.looksAt("books");
    expect(visitor.complaints).toEqual([]);
  });
});
