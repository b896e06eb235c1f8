import type { PaymentsContext } from "../context.js";
import type { Figure, FigureBy } from "../domain/figure.js";
import { schoolDay } from "../domain/school-day.js";
import { figuresOf } from "../persistence/figures.js";
import type { BillFilter } from "../persistence/school-bills.js";
import { checkedFilter } from "./list-school-bills.js";

/** More than a school has classes, or a year has days. */
const mostFigures = 500;

export interface FiguresRequest {
  schoolCode: string;
  by: FigureBy;
  filter: BillFilter;
}

/** Sums over a school's bills, made at the moment of asking. */
export function figures(
  { em, clock }: PaymentsContext,
  { schoolCode, by, filter }: FiguresRequest,
): Promise<Figure[]> {
  const today = schoolDay(clock.now());
  return figuresOf(em, schoolCode, { by, filter: checkedFilter(filter), today, most: mostFigures });
}
