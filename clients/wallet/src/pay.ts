import type { Connection } from "@campus-graph/clients/connect";
import { findBill } from "./find-bill.js";
import type { Payment, Purse } from "./purse.js";
import { WalletRefusal } from "./refusal.js";
import type { Reporter } from "./report.js";

/** The channel that this wallet is registered for. */
const channel = "EASY_WALLET";

export interface PayRequest {
  payer: string;
  /** Made by the page: pressed twice, or sent again, it is the same payment. */
  transactionNumber: string;
  accountNumber: string;
  /** What the payer saw, and pays no more and no less than. */
  amount: number;
}

/** Pays a bill from the payer's purse, and begins to report it. */
export async function pay(
  { graph, purse, reporter }: { graph: Connection; purse: Purse; reporter: Reporter },
  { payer, transactionNumber, accountNumber, amount }: PayRequest,
): Promise<Payment> {
  const before = purse.find(transactionNumber);
  if (before) return samePayment(before, payer, accountNumber);
  const bill = await findBill(graph, payer, accountNumber);
  if (!bill.channels.includes(channel)) throw new WalletRefusal("NOT_PAYABLE");
  if (bill.amount !== amount) throw new WalletRefusal("AMOUNT_CHANGED");
  // Nothing is awaited from here on, so that no other payment comes between the look and the deed.
  const meanwhile = purse.find(transactionNumber);
  if (meanwhile) return samePayment(meanwhile, payer, accountNumber);
  if (purse.paymentFor(accountNumber)) throw new WalletRefusal("ALREADY_PAID_HERE");
  if (purse.balanceOf(payer) < amount) throw new WalletRefusal("BALANCE_TOO_LOW");
  const { title, schoolName } = bill;
  const paidAt = new Date().toISOString();
  purse.pay({ transactionNumber, payer, accountNumber, amount, channel, title, schoolName, paidAt });
  await reporter.begin(transactionNumber);
  return purse.find(transactionNumber)!;
}

function samePayment(payment: Payment, payer: string, accountNumber: string): Payment {
  if (payment.payer !== payer || payment.accountNumber !== accountNumber)
    throw new WalletRefusal("BAD_REQUEST");
  return payment;
}
