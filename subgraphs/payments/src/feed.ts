import { defineFeed } from "@campus-graph/kit/feed/feed";

/** What guardians may be told of a bill; some of it no version of the graph has told yet. */
export const billNoticeKinds = [
  "ISSUED",
  "PAID",
  "DUE_SOON",
  "OVERDUE",
  "AMENDED",
  "VOIDED",
  "OVERPAID",
  "REFUNDED",
] as const;
export type BillNoticeKind = (typeof billNoticeKinds)[number];

/** What guardians are told about bills. */
export const billNotices = defineFeed<{ billId: string }>({ name: "billNotices" });

/** A notice is told once per guardian and bill, whatever led to it; of money that is paid back, once for each case or refund. */
export function billNotice(
  kind: BillNoticeKind,
  subject: string,
  billId: string,
  occurredAt: Date,
  aboutId = billId,
) {
  return { subject, kind, occurredAt, reference: { billId }, dedupe: `${kind}:${aboutId}` };
}

export const claimNoticeKinds = ["STARTED", "ENDED"] as const;
export type ClaimNoticeKind = (typeof claimNoticeKinds)[number];

export interface ClaimReference {
  billId: string;
  claimId: string;
}

/** Of whom guardians are told that they have begun to pay, or pay no more. A feed of its own: it is no letter to keep. */
export const claimNotices = defineFeed<ClaimReference>({ name: "claimNotices" });

/** Told once per guardian and claim, whatever led to it. */
export function claimNotice(
  kind: ClaimNoticeKind,
  subject: string,
  { billId, claimId }: ClaimReference,
  occurredAt: Date,
) {
  return { subject, kind, occurredAt, reference: { billId, claimId }, dedupe: `${kind}:${claimId}` };
}
