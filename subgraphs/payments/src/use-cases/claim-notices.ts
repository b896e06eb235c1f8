import { defineFeed } from "@campus-graph/kit/feed/feed";

export type ClaimNoticeKind = "STARTED" | "ENDED";

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
