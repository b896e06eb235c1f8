import { lastsAt, textArray } from "@campus-graph/kit/auth/visibility";
import { type EntityDictionary, LockMode } from "@mikro-orm/core";
import type { EntityManager } from "@mikro-orm/postgresql";
import { PaymentClaim } from "../domain/payment-claim.js";
import { studentPrefix } from "./guardians.js";

/**
 * The claims of each bill that stand now, oldest first: neither lapsed nor ended, and of guardians who still see the
 * student, since whoever lost that sight pays for the child no more.
 */
export async function openClaims(
  em: EntityManager,
  billIds: readonly string[],
  now: Date,
): Promise<Map<string, PaymentClaim[]>> {
  const rows = await em.execute<EntityDictionary<PaymentClaim>[]>(standing, [textArray(billIds), now, now]);
  const claims = rows.map((row) => em.map(PaymentClaim, row));
  return Map.groupBy(claims, (claim) => claim.billId);
}

const standing = `
  select claim.* from payment_claim as claim
  where bill_id = any(?::uuid[]) and expires_at > ? and ended_at is null and exists (
    select from bill join visibility on object = '${studentPrefix}' || bill.student_id
    where bill.id = claim.bill_id and viewer = claim.subject and ${lastsAt("?")})
  order by started_at`;

/** The guardian's claims on bills of the student that would stand if they still saw them. */
export async function claimsOfGuardian(
  em: EntityManager,
  { subject, studentId, now }: { subject: string; studentId: string; now: Date },
): Promise<Pick<PaymentClaim, "id" | "billId">[]> {
  return em.execute<Pick<PaymentClaim, "id" | "billId">[]>(
    `select claim.id, bill_id as "billId" from payment_claim as claim join bill on bill.id = claim.bill_id
     where subject = ? and student_id = ? and status = 'UNPAID' and expires_at > ? and claim.ended_at is null`,
    [subject, studentId, now],
  );
}

/** Whoever was paying a bill in whose place another stands is paying that one. */
export async function moveOpenClaims(
  em: EntityManager,
  { from, to, now }: { from: string; to: string; now: Date },
): Promise<void> {
  await em.nativeUpdate(
    PaymentClaim,
    { billId: from, endedAt: null, expiresAt: { $gt: now } },
    { billId: to },
  );
}

/** The claim of that id that the subject made; also when it lapsed or ended. */
export function findOwnClaim(em: EntityManager, id: string, subject: string): Promise<PaymentClaim | null> {
  return em.findOne(PaymentClaim, { id, subject });
}

/** The claim as it is now, held until the transaction ends. */
export function lockClaim(em: EntityManager, id: string): Promise<PaymentClaim> {
  return em.findOneOrFail(PaymentClaim, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
}

/** The guardian's claim on the bill that has not been ended; it may have lapsed. */
export function unendedClaim(
  em: EntityManager,
  { billId, subject }: { billId: string; subject: string },
): Promise<PaymentClaim | null> {
  return em.findOne(PaymentClaim, { billId, subject, endedAt: null });
}

/** Whether the claim was ended, by its guardian or for another channel; one that lapsed was not. */
export async function isClaimEnded(em: EntityManager, id: string): Promise<boolean> {
  return (await em.count(PaymentClaim, { id, endedAt: { $ne: null } })) > 0;
}
