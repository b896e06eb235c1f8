import { checkAttempts, countAttempt } from "@campus-graph/kit/attempts";
import { batched, defineBatch } from "@campus-graph/kit/batching";
import { charactersBetween } from "@campus-graph/kit/input-rules";
import { BadInput } from "@campus-graph/kit/refusal";
import type { Bill } from "../domain/bill.js";
import type { Channel } from "../domain/channel.js";
import type { PayAccountNumber } from "../domain/pay-account-number.js";
import { findNumberedBills } from "../persistence/numbered-bills.js";
import type { PaymentsContext, PaymentsServices } from "../services.js";
import { partnerOf, serves } from "./partner-of.js";

/** All that whoever holds a bill's number may learn of it. */
export interface PayableBill {
  bill: Bill;
  maskedStudentName: string;
  /** Where it can be paid now. */
  channels: Channel[];
}

export interface PayableBillRequest {
  accountNumber: PayAccountNumber;
  /** The partner's own opaque name for the payer who typed the number. */
  payerReference: string | null;
}

/** A guesser gets this far in an hour, and no further. Finds are not counted. */
export const missRule = { scope: "billByAccountNumber", limit: 20, windowMs: 60 * 60_000 };

/**
 * The bill of an account number, for a partner. Null for a number that no bill has, and for one that is not this
 * partner's: the two are never told apart. Refuses (TOO_MANY_ATTEMPTS) the payer who has missed 20 times in an hour.
 */
export function findPayableBill(
  context: PaymentsContext,
  { accountNumber, payerReference }: PayableBillRequest,
): Promise<PayableBill | null> {
  if (payerReference !== null && (payerReference.length < 1 || payerReference.length > 64))
    throw new BadInput({ field: "payerReference", rule: charactersBetween(1, 64) });
  const payer = payerOf(context, payerReference);
  return batched(context, payableBills, JSON.stringify([payer, accountNumber]));
}

/** Whose misses are counted together. */
function payerOf(context: PaymentsContext, payerReference: string | null): string {
  return `${partnerOf(context).clientId}:${payerReference ?? ""}`;
}

/**
 * All numbers that one request asks for are looked up at once and their misses counted, committed, before any of
 * them is answered: a thousand guesses in one request are a thousand misses.
 */
const payableBills = defineBatch<string, PayableBill, PaymentsServices>(async (context, keys) => {
  const asked = keys.map((key) => ({ key, pair: JSON.parse(key) as [string, string] }));
  const payers = Map.groupBy(asked, ({ pair: [payer] }) => payer);
  for (const payer of payers.keys()) await checkAttempts(context, missRule, payer);
  const found = await lookUp(context, [...new Set(asked.map(({ pair: [, number] }) => number))]);
  for (const [payer, questions] of payers) {
    const misses = questions.filter(({ pair: [, number] }) => !found.has(number)).length;
    if (misses > 0) await countAttempt(context, missRule, payer, misses);
  }
  const answers = new Map<string, PayableBill>();
  for (const { key, pair } of asked) {
    const bill = found.get(pair[1]);
    if (bill) answers.set(key, bill);
  }
  return answers;
});

async function lookUp(
  context: PaymentsContext,
  numbers: readonly string[],
): Promise<Map<string, PayableBill>> {
  const partner = partnerOf(context);
  const found = new Map<string, PayableBill>();
  for (const { bill, issuer, maskedStudentName } of await findNumberedBills(context.em, numbers)) {
    if (!serves(partner, issuer)) continue;
    const channels = bill.openChannels(issuer, context.clock.now());
    found.set(bill.accountNumber, { bill, maskedStudentName, channels });
  }
  return found;
}
