import type { Connection } from "../../src/connect.js";
import {
  LedgerBalancesDocument,
  NotifyPaymentDocument,
  type NotifyPaymentInput,
  PayableBillDocument,
} from "../../src/generated/operations.js";
import { partnerTokens, proofOfPayment } from "../../src/partner.js";
import { type DemoContext, expectThat } from "../context.js";
import type { Family } from "../fixtures.js";
import { expectRefusal } from "./account.js";
import { type Billed, cashierLogin, expectBadge } from "./bills.js";

/** The wallet finds the bill by its number and pays it; saying so twice changes nothing, saying it otherwise is refused. */
export async function pay(
  context: DemoContext,
  { younger }: Family,
  phone: Connection,
  { bill, notices }: Billed,
): Promise<void> {
  context.narrator.chapter("The wallet pays");
  const partner = context.city.wallet;
  const wallet = context.connect(partnerTokens(partner));
  const notify = async (input: NotifyPaymentInput) =>
    (await wallet.mutate(NotifyPaymentDocument, { input, proof: await proofOfPayment(partner, input) }))
      .notifyPayment;

  const channel = await context.step("The wallet finds the bill by its 16-digit account number", async () => {
    const { billByAccountNumber } = await wallet.query(PayableBillDocument, {
      accountNumber: bill.accountNumber,
    });
    expectThat(billByAccountNumber?.amount === bill.amount, "The wallet should see the amount.");
    expectThat(billByAccountNumber.status === "UNPAID", "The bill should be unpaid.");
    expectThat(!billByAccountNumber.maskedStudentName.includes(younger.name), "The name should be masked.");
    const [offered] = billByAccountNumber.channels;
    expectThat(offered !== undefined, "The bill should be payable by some channel.");
    return billByAccountNumber.channels.includes("EASY_WALLET") ? "EASY_WALLET" : offered;
  });
  const payment: NotifyPaymentInput = {
    accountNumber: bill.accountNumber,
    amount: bill.amount,
    channel,
    transactionNumber: `DEMO${Date.now().toString(36).toUpperCase()}${crypto.randomUUID().slice(0, 8)}`,
    paidAt: new Date().toISOString(),
  };
  const receipt = await context.step("… reports that it is paid, signed with its key", async () => {
    const answer = await notify(payment);
    expectThat(answer.outcome === "RECEIVED", "The payment should be received.");
    return answer;
  });
  await context.step("… reports it again: the same answer", async () => {
    const answer = await notify(payment);
    expectThat(
      JSON.stringify(answer) === JSON.stringify(receipt),
      "The same notice should get the same answer.",
    );
  });
  await context.step("… reports the same number with another amount: refused", () =>
    expectRefusal("TRANSACTION_CONFLICT", () => notify({ ...payment, amount: payment.amount + 1 })),
  );
  await context.step("The father is told that it is paid, and the badge goes down", async () => {
    const notice = await context.take(notices);
    expectThat(
      notice.kind === "PAID" && notice.bill?.id === bill.id,
      "After the two missed bills the next notice should be the payment.",
    );
    await expectBadge(phone, 2);
  });
  await context.step("The school's ledger balances", async () => {
    const cashier = await context.as(cashierLogin);
    const { ledgerBalances } = await cashier.query(LedgerBalancesDocument, {
      schoolCode: younger.schoolCode,
    });
    const debits = ledgerBalances.reduce((sum, { debits }) => sum + debits, 0);
    const credits = ledgerBalances.reduce((sum, { credits }) => sum + credits, 0);
    expectThat(debits > 0 && debits === credits, `Debits are ${debits}, credits ${credits}.`);
  });
}
