/** The states of a bill. Overdue is none of them: it is derived from the day. */
export const billStatuses = ["UNPAID", "PAID", "VOIDED", "SUPERSEDED", "WAIVED"] as const;
export type BillStatus = (typeof billStatuses)[number];

/** What can happen to a bill. */
export type BillAct = "settle" | "void" | "replace" | "waive";

/** The state that an act leads to from each state; null where the act does not apply. */
export const billTransitions: Readonly<Record<BillAct, Readonly<Record<BillStatus, BillStatus | null>>>> = {
  settle: fromUnpaid("PAID"),
  void: fromUnpaid("VOIDED"),
  replace: fromUnpaid("SUPERSEDED"),
  waive: fromUnpaid("WAIVED"),
};

/** What has once been paid or ended stays so: money that comes later does not bring it back. */
function fromUnpaid(status: BillStatus): Readonly<Record<BillStatus, BillStatus | null>> {
  return { UNPAID: status, PAID: null, VOIDED: null, SUPERSEDED: null, WAIVED: null };
}

/** What money means that arrives for a bill in each state. It is never turned away: what settles nothing is owed back. */
export const arrivalAt: Readonly<Record<BillStatus, "RECEIVED" | "OVERPAYMENT">> = {
  UNPAID: "RECEIVED",
  PAID: "OVERPAYMENT",
  VOIDED: "OVERPAYMENT",
  SUPERSEDED: "OVERPAYMENT",
  WAIVED: "OVERPAYMENT",
};
