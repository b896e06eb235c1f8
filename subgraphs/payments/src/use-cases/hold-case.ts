import { subjectOf } from "@campus-graph/kit/context";
import { recordAudit } from "@campus-graph/kit/sql/audit";
import type { PaymentsContext } from "../context.js";
import type { PaymentCase } from "../domain/payment-case.js";
import { checkedReason, decideCase } from "./decide-case.js";

/** The money waits on purpose, such as for an answer of the family; a later note takes the place of this one. */
export function holdCase(
  context: PaymentsContext,
  { caseId, note }: { caseId: string; note: string },
): Promise<PaymentCase> {
  const said = checkedReason("note", note);
  return decideCase(context, caseId, async (context, { of }) => {
    of.hold(subjectOf(context), said, context.clock.now());
    await recordAudit(context, { act: "holdCase", object: `paymentCase:${of.id}` });
    return of;
  });
}
