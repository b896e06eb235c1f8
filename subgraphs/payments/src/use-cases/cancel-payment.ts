import { subjectOf } from "@campus-graph/kit/context";
import { NotFound } from "@campus-graph/kit/refusals/refusal";
import { recordAudit } from "@campus-graph/kit/sql/audit";
import { isId } from "@campus-graph/kit/sql/id";
import { transaction } from "@campus-graph/kit/sql/transaction";
import { seeBill } from "../access/bills.js";
import type { PaymentsContext } from "../context.js";
import type { Bill } from "../domain/bill.js";
import { findOwnClaim, lockClaim } from "../persistence/payment-claims.js";
import { recordClaimEvent } from "./record-claim-event.js";

/**
 * The guardian does not pay after all: their claim is over, and the channel free for the other. Refuses (NOT_FOUND) a
 * claim that is not theirs. One that was over changes nothing, so it may be asked again.
 */
export async function cancelPayment(context: PaymentsContext, claimId: string): Promise<Bill> {
  const claim = isId(claimId) ? await findOwnClaim(context.em, claimId, subjectOf(context)) : null;
  const bill = claim && (await seeBill(context, claim.billId));
  if (!bill) throw new NotFound();
  await transaction(context, async (context) => {
    const held = await lockClaim(context.em, claimId);
    const now = context.clock.now();
    if (!held.end(now)) return;
    recordClaimEvent(context, "payments.ClaimEnded", held, bill, now);
    await recordAudit(context, {
      act: "cancelPayment",
      object: `bill:${bill.id}`,
      detail: { channel: claim.channel },
    });
  });
  return bill;
}
