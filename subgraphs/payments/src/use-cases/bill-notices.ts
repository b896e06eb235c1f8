import { defineFeed } from "@campus-graph/kit/feed/feed";
import type { EntityManager } from "@mikro-orm/postgresql";

export type BillNoticeKind = "ISSUED" | "PAID";

/** What guardians are told about bills. */
export const billNotices = defineFeed<{ billId: string }>({ name: "billNotices" });

/**
 * Who is bound and what is billed are heard from two sources at once. Whoever pairs the two takes this first: else each
 * of two transactions could miss what the other has not committed yet, and a guardian would never be told.
 */
export async function holdPairing(em: EntityManager): Promise<void> {
  await em.execute("select pg_advisory_xact_lock(hashtext(current_schema() || ' who is billed'))");
}

/** A notice is told once per guardian and bill, whatever led to it. */
export function billNotice(kind: BillNoticeKind, subject: string, billId: string, occurredAt: Date) {
  return { subject, kind, occurredAt, reference: { billId }, dedupe: `${kind}:${billId}` };
}
