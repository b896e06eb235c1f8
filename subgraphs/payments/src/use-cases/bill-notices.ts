import { defineFeed } from "@campus-graph/kit/feed/feed";

export type BillNoticeKind = "ISSUED" | "PAID";

/** What guardians are told about bills. */
export const billNotices = defineFeed<{ billId: string }>({ name: "billNotices" });

/** A notice is told once per guardian and bill, whatever led to it. */
export function billNotice(kind: BillNoticeKind, subject: string, billId: string, occurredAt: Date) {
  return { subject, kind, occurredAt, reference: { billId }, dedupe: `${kind}:${billId}` };
}
