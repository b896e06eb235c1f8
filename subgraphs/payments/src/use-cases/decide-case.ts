import { charactersBetween } from "@campus-graph/kit/refusals/input-rules";
import { BadInput, NotFound } from "@campus-graph/kit/refusals/refusal";
import { transaction } from "@campus-graph/kit/sql/transaction";
import { seeCase, seeRefund } from "../access/cases.js";
import type { PaymentsContext } from "../context.js";
import type { PaymentCase } from "../domain/payment-case.js";
import type { Refund } from "../domain/refund.js";
import { lockCase, refundsOfCases } from "../persistence/payment-cases.js";

const longestReason = 200;

/** A case that is held, with all that was decided about its money so far. */
export interface HeldCase {
  of: PaymentCase;
  refunds: readonly Refund[];
}

/** Holds a case of the viewer's school and decides something about its money. Refuses (NOT_FOUND) another's. */
export async function decideCase<T>(
  context: PaymentsContext,
  caseId: string,
  decide: (context: PaymentsContext, held: HeldCase) => Promise<T>,
): Promise<T> {
  if (!(await seeCase(context, caseId))) throw new NotFound();
  return transaction(context, async (context) => decide(context, await hold(context, caseId)));
}

/** The same of a refund. */
export async function decideRefund(
  context: PaymentsContext,
  refundId: string,
  decide: (context: PaymentsContext, refund: Refund, held: HeldCase) => Promise<void>,
): Promise<PaymentCase> {
  const seen = await seeRefund(context, refundId);
  if (!seen) throw new NotFound();
  return transaction(context, async (context) => {
    const held = await hold(context, seen.of.id);
    const refund = held.refunds.find(({ id }) => id === refundId)!;
    await decide(context, refund, held);
    return held.of;
  });
}

async function hold({ em }: PaymentsContext, caseId: string): Promise<HeldCase> {
  const of = await lockCase(em, caseId);
  return { of, refunds: (await refundsOfCases(em, [caseId])).get(caseId) ?? [] };
}

/** What a cashier gives as the reason; cashiers read it, guardians do not. */
export function checkedReason(field: string, text: string): string {
  const said = text.trim();
  if (said.length < 1 || said.length > longestReason)
    throw new BadInput({ field, rule: charactersBetween(1, longestReason) });
  return said;
}
