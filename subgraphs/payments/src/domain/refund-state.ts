/** The states of what becomes of a case's money. */
export const refundStates = ["PROPOSED", "APPROVED", "REJECTED", "CREDITED", "PAID_OUT"] as const;
export type RefundState = (typeof refundStates)[number];

/** What can happen to a refund. To credit a bill is done at once, and never undone. */
export type RefundAct = "approve" | "reject" | "payOut";

/** The state that an act leads to from each state; null where the act does not apply. */
export const refundTransitions: Readonly<
  Record<RefundAct, Readonly<Record<RefundState, RefundState | null>>>
> = {
  approve: { ...nowhere(), PROPOSED: "APPROVED" },
  reject: { ...nowhere(), PROPOSED: "REJECTED" },
  payOut: { ...nowhere(), APPROVED: "PAID_OUT" },
};

function nowhere(): Record<RefundState, null> {
  return { PROPOSED: null, APPROVED: null, REJECTED: null, CREDITED: null, PAID_OUT: null };
}
