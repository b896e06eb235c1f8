import { subjectOf } from "@campus-graph/kit/context";
import { IdempotencyConflict, NotFound } from "@campus-graph/kit/refusals/refusal";
import { recordAudit } from "@campus-graph/kit/sql/audit";
import { isId } from "@campus-graph/kit/sql/id";
import { once } from "@campus-graph/kit/sql/idempotency";
import { seeBill, seesStudent } from "../access/bills.js";
import type { PaymentsContext } from "../context.js";
import type { Channel } from "../domain/channel.js";
import { claimExpiry, PaymentClaim } from "../domain/payment-claim.js";
import { PaymentUnderWay } from "../domain/refusals.js";
import { lockBill } from "../persistence/bills.js";
import { isClaimEnded, openClaims, unendedClaim } from "../persistence/payment-claims.js";
import { agreementOfBill } from "../use-cases/bill-details.js";
import { channelsServed } from "./offered-channels.js";
import { recordClaimEvent } from "./record-claim-event.js";

export interface StartPaymentRequest {
  billId: string;
  channel: Channel;
  idempotencyKey: string;
}

/**
 * Says, for both guardians to see, that the viewer is paying this bill through this channel now. It lapses by itself.
 *
 * A second claim of another guardian through the same channel is refused (PAYMENT_UNDER_WAY); who opens the same
 * channel again comes back to the claim they have. Through another channel it is let through, since a slow channel
 * would block the bill for days, and the claims on the bill warn whoever looks. A guardian has one claim on a bill: who
 * turns to another channel gives up the one before, or one guardian could hold them all against the other. The key of a
 * claim that was ended is used up (IDEMPOTENCY_CONFLICT): its stored answer would show the claim as if it stood.
 */
export async function startPayment(
  context: PaymentsContext,
  { idempotencyKey, ...request }: StartPaymentRequest,
): Promise<PaymentClaim> {
  const subject = subjectOf(context);
  const bill = isId(request.billId) ? await seeBill(context, request.billId) : null;
  if (!bill || !(await seesStudent(context, bill.studentId))) throw new NotFound();
  const agreement = await agreementOfBill(context, bill);
  const served = await channelsServed(context);
  const scope = `startPayment:${subject}`;
  let isStored = true;
  const claim = await once(context, { scope, key: idempotencyKey, request }, async (context) => {
    isStored = false;
    const startedAt = context.clock.now();
    const held = await lockBill(context.em, bill.id);
    held.checkPayable(agreement, served, request.channel, startedAt);
    const others = (await openClaims(context.em, [held.id], startedAt)).get(held.id) ?? [];
    const same = others.find(({ channel }) => channel === request.channel);
    if (same?.subject === subject) return same;
    if (same) throw new PaymentUnderWay({ channel: same.channel, expiresAt: same.expiresAt.toISOString() });
    const earlier = await unendedClaim(context.em, { billId: held.id, subject });
    if (earlier?.end(startedAt)) recordClaimEvent(context, "payments.ClaimEnded", earlier, held, startedAt);
    // A guardian has one claim on a bill at any time, so the earlier one ends first.
    await context.em.flush();
    const expiresAt = claimExpiry(request.channel, startedAt);
    const claim = new PaymentClaim({ ...request, id: context.newId(), subject, startedAt, expiresAt });
    context.em.persist(claim);
    recordClaimEvent(context, "payments.ClaimStarted", claim, held, startedAt);
    await recordAudit(context, {
      act: "startPayment",
      object: `bill:${held.id}`,
      detail: { channel: claim.channel },
    });
    return claim;
  });
  if (isStored && (await isClaimEnded(context.em, claim.id))) throw new IdempotencyConflict();
  // A stored answer comes back as JSON.
  return new PaymentClaim({
    ...claim,
    startedAt: new Date(claim.startedAt),
    expiresAt: new Date(claim.expiresAt),
  });
}
