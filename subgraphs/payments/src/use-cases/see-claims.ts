import type { FeedPage, FeedPageRequest } from "@campus-graph/kit/feed/feed";
import { batched, defineBatch } from "@campus-graph/kit/graphql/batching";
import { seeBill, seesStudent } from "../access/bills.js";
import type { PaymentsContext, PaymentsServices } from "../context.js";
import type { Bill } from "../domain/bill.js";
import type { PaymentClaim } from "../domain/payment-claim.js";
import type { RelationshipKind } from "../domain/relationship.js";
import { type ClaimReference, claimNotices } from "../feed.js";
import { relationshipsOf } from "../persistence/guardian-bindings.js";
import { openClaims } from "../persistence/payment-claims.js";

/** The payments of a bill that are under way now, whoever started them. */
export async function claimsOn(context: PaymentsContext, bill: Bill): Promise<PaymentClaim[]> {
  if (bill.status !== "UNPAID") return [];
  return (await batched(context, claimsByBill, bill.id)) ?? [];
}

const claimsByBill = defineBatch<string, PaymentClaim[], PaymentsServices>(({ em, clock }, ids) =>
  openClaims(em, ids, clock.now()),
);

/** As what the guardian who pays is tied to the student. For guardians alone: a cashier has no need to know. */
export async function relationshipOfPayer(
  context: PaymentsContext,
  { billId, subject }: PaymentClaim,
): Promise<RelationshipKind | null> {
  const bill = await seeBill(context, billId);
  if (!bill || !(await seesStudent(context, bill.studentId))) return null;
  return batched(context, relationships, JSON.stringify({ subject, studentId: bill.studentId }));
}

const relationships = defineBatch<string, RelationshipKind, PaymentsServices>(async ({ em }, keys) => {
  const found = await relationshipsOf(
    em,
    keys.map((key) => JSON.parse(key)),
  );
  return new Map([...found].map(([place, relationship]) => [keys[place]!, relationship]));
});

/** What the viewer was told about who pays. */
export function listClaimNotices(
  context: PaymentsContext,
  request: FeedPageRequest,
): Promise<FeedPage<ClaimReference>> {
  return claimNotices.page(context, request);
}
