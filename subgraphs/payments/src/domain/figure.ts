/** What a school's bills can be summed by. */
export const figureKinds = ["SCHOOL", "STATUS", "CLASS", "TITLE", "CHANNEL", "DAY"] as const;
export type FigureBy = (typeof figureKinds)[number];

/** The key of what belongs to none: bills of no class of the school now, or bills that nothing has paid. */
export const keyOfNone = "NONE";

/** Sums in NT$ over bills that have something in common. Voided and replaced ones count as bills, and bill nothing. */
export interface Figure {
  key: string;
  billed: number;
  paid: number;
  open: number;
  overdue: number;
  bills: number;
  paidBills: number;
  openBills: number;
  overdueBills: number;
}
