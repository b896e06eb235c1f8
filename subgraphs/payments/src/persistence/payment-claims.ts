import { textArray } from "@campus-graph/kit/visibility";
import type { EntityManager } from "@mikro-orm/postgresql";
import type { PaymentClaim } from "../domain/payment-claim.js";

type ClaimRow = Omit<PaymentClaim, "startedAt" | "expiresAt"> & { startedAt: string; expiresAt: string };

const columns = `id, bill_id as "billId", subject, channel, started_at as "startedAt", expires_at as "expiresAt"`;

/** The claims of each bill that have not lapsed, oldest first. */
export async function openClaims(
  em: EntityManager,
  billIds: readonly string[],
  now: Date,
): Promise<Map<string, PaymentClaim[]>> {
  const rows = await em.execute<ClaimRow[]>(
    `select ${columns} from payment_claim where bill_id = any(?::uuid[]) and expires_at > ? order by started_at`,
    [textArray(billIds), now],
  );
  return Map.groupBy(rows.map(asClaim), (claim) => claim.billId);
}

export async function insertClaim(em: EntityManager, claim: PaymentClaim): Promise<void> {
  await em.execute(
    `insert into payment_claim (id, bill_id, subject, channel, started_at, expires_at) values (?, ?, ?, ?, ?, ?)`,
    [claim.id, claim.billId, claim.subject, claim.channel, claim.startedAt, claim.expiresAt],
  );
}

function asClaim(row: ClaimRow): PaymentClaim {
  return { ...row, startedAt: new Date(row.startedAt), expiresAt: new Date(row.expiresAt) };
}
