import { checkAttempts, countAttempt } from "@campus-graph/kit/auth/attempts";
import { batched, defineBatch } from "@campus-graph/kit/graphql/batching";
import { charactersBetween } from "@campus-graph/kit/refusals/input-rules";
import { BadInput } from "@campus-graph/kit/refusals/refusal";
import type { PaymentsContext, PaymentsServices } from "../context.js";
import type { Bill } from "../domain/bill.js";
import type { Channel } from "../domain/channel.js";
import { payerMissRule } from "../domain/miss-rule.js";
import { type Partner, serves } from "../domain/partner.js";
import type { PayAccountNumber } from "../domain/pay-account-number.js";
import { findNumberedBills } from "../persistence/numbered-bills.js";
import { countMisses, withheldMiss } from "./count-misses.js";
import { partnerOf } from "./partner-of.js";

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

/**
 * The bill of an account number, for a partner. Null for a number that no bill has, and for one that is not this
 * partner's: the two are never told apart. Refuses (TOO_MANY_ATTEMPTS) the payer who has missed 20 times in an hour, and
 * misses beyond the pace of a partner that misses too much.
 */
export async function findPayableBill(
  context: PaymentsContext,
  { accountNumber, payerReference }: PayableBillRequest,
): Promise<PayableBill | null> {
  if (payerReference !== null && (payerReference.length < 1 || payerReference.length > 64))
    throw new BadInput({ field: "payerReference", rule: charactersBetween(1, 64) });
  await partnerOf(context, "bills:read");
  const answer = await batched(context, payableBills, JSON.stringify({ payerReference, accountNumber }));
  if (answer === "WITHHELD") throw withheldMiss();
  return answer;
}

type Question = PayableBillRequest & { key: string };

/**
 * All numbers that one request asks for are looked up at once and their misses counted, committed, before any of
 * them is answered: a thousand guesses in one request are a thousand misses.
 */
const payableBills = defineBatch<string, PayableBill | "WITHHELD", PaymentsServices>(
  async (context, keys) => {
    const partner = await partnerOf(context, "bills:read");
    const questions = keys.map((key): Question => ({ key, ...(JSON.parse(key) as PayableBillRequest) }));
    const payers = Map.groupBy(questions, ({ payerReference }) => payerReference);
    for (const payer of payers.keys())
      if (payer !== null) await checkAttempts(context, payerMissRule, keyOfPayer(partner, payer));
    const found = await lookUp(context, partner, [
      ...new Set(questions.map(({ accountNumber }) => accountNumber)),
    ]);
    const misses = questions.filter(({ accountNumber }) => !found.has(accountNumber));
    for (const [payer, { length }] of Map.groupBy(misses, ({ payerReference }) => payerReference))
      if (payer !== null) await countAttempt(context, payerMissRule, keyOfPayer(partner, payer), length);
    const { clientId } = partner;
    const missCount = await countMisses(context, {
      partner: clientId,
      asked: questions.length,
      missed: misses.length,
    });
    const answers = new Map<string, PayableBill | "WITHHELD">(
      misses.slice(missCount).map(({ key }) => [key, "WITHHELD"]),
    );
    for (const { key, accountNumber } of questions) {
      const bill = found.get(accountNumber);
      if (bill) answers.set(key, bill);
    }
    return answers;
  },
);

/** Whose misses are counted together. */
function keyOfPayer({ clientId }: Partner, payerReference: string): string {
  return `${clientId}:${payerReference}`;
}

async function lookUp(
  context: PaymentsContext,
  partner: Partner,
  numbers: readonly string[],
): Promise<Map<string, PayableBill>> {
  const found = new Map<string, PayableBill>();
  for (const { bill, agreement, maskedStudentName, served } of await findNumberedBills(context.em, numbers)) {
    if (!serves(partner, agreement)) continue;
    const channels = bill.openChannels(agreement, served, context.clock.now());
    found.set(bill.accountNumber, { bill, maskedStudentName, channels });
  }
  return found;
}
