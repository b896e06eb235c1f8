import { textArray } from "@campus-graph/kit/visibility";
import type { EntityManager } from "@mikro-orm/postgresql";
import type { PaymentClaim } from "../domain/payment-claim.js";
import { studentPrefix } from "./sights.js";

type ClaimRow = Omit<PaymentClaim, "startedAt" | "expiresAt"> & { startedAt: string; expiresAt: string };

const columns = `id, bill_id as "billId", subject, channel, started_at as "startedAt", expires_at as "expiresAt"`;

/**
 * The claims of each bill that stand now, oldest first: neither lapsed nor ended, and of guardians who still see the
 * student, since whoever lost that sight pays for the child no more.
 */
export async function openClaims(
  em: EntityManager,
  billIds: readonly string[],
  now: Date,
): Promise<Map<string, PaymentClaim[]>> {
  const rows = await em.execute<ClaimRow[]>(
    `select ${columns} from payment_claim as claim
     where bill_id = any(?::uuid[]) and expires_at > ? and ended_at is null and exists (
       select from bill join visibility on object = '${studentPrefix}' || bill.student_id
       where bill.id = claim.bill_id and viewer = claim.subject and (until is null or until > ?))
     order by started_at`,
    [textArray(billIds), now, now],
  );
  return Map.groupBy(rows.map(asClaim), (claim) => claim.billId);
}

export async function insertClaim(em: EntityManager, claim: PaymentClaim): Promise<void> {
  await em.execute(
    `insert into payment_claim (id, bill_id, subject, channel, started_at, expires_at) values (?, ?, ?, ?, ?, ?)`,
    [claim.id, claim.billId, claim.subject, claim.channel, claim.startedAt, claim.expiresAt],
  );
}

/** The claim of that id that the subject made; also when it lapsed or ended. */
export async function findOwnClaim(
  em: EntityManager,
  id: string,
  subject: string,
): Promise<PaymentClaim | null> {
  const [row] = await em.execute<ClaimRow[]>(
    `select ${columns} from payment_claim where id = ? and subject = ?`,
    [id, subject],
  );
  return row ? asClaim(row) : null;
}

/** The guardian's claim on the bill is over; false when there was none. */
export async function endClaimOf(
  em: EntityManager,
  { billId, subject }: { billId: string; subject: string },
  now: Date,
): Promise<boolean> {
  const rows = await em.execute<unknown[]>(
    "update payment_claim set ended_at = ? where bill_id = ? and subject = ? and ended_at is null returning 1 as one",
    [now, billId, subject],
  );
  return rows.length > 0;
}

/** Whether the claim was ended, by its guardian or for another channel; one that lapsed was not. */
export async function isClaimEnded(em: EntityManager, id: string): Promise<boolean> {
  const rows = await em.execute<unknown[]>(
    "select 1 as one from payment_claim where id = ? and ended_at is not null",
    [id],
  );
  return rows.length > 0;
}

/** Ends one claim; false when it was over. */
export async function endClaim(em: EntityManager, id: string, now: Date): Promise<boolean> {
  const rows = await em.execute<unknown[]>(
    "update payment_claim set ended_at = ? where id = ? and ended_at is null returning 1 as one",
    [now, id],
  );
  return rows.length > 0;
}

function asClaim(row: ClaimRow): PaymentClaim {
  return { ...row, startedAt: new Date(row.startedAt), expiresAt: new Date(row.expiresAt) };
}
