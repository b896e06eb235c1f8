import type { Student } from "../domain/student.js";
import { type Entry, kept, type Records } from "./plan.js";

/** Where a student sits, in a registrar's words. */
export interface Seat {
  className: string;
  seatNumber: number | null;
}

/** Who would be on the books no more. */
export interface Leaving extends Seat {
  maskedName: string;
}

/** Who changes the class, by the sheet's line. */
export interface Moving {
  line: number;
  maskedName: string;
  from: Seat;
  to: Seat;
}

export function describeLeaving(leave: readonly Student[], records: Records): Leaving[] {
  return leave
    .map((student) => ({ ...seatOf(student, records), maskedName: student.maskedName }))
    .sort(
      (a, b) => a.className.localeCompare(b.className, "zh-TW") || (a.seatNumber ?? 0) - (b.seatNumber ?? 0),
    );
}

export function describeMoving(move: readonly Entry[], records: Records): Moving[] {
  return move.map(({ sheet, before }) => ({
    line: sheet.line,
    maskedName: before!.student.maskedName,
    from: seatOf(before!.student, records),
    to: { className: sheet.className, seatNumber: kept(sheet.seatNumber, before!.student.seatNumber) },
  }));
}

function seatOf({ classId, seatNumber }: Student, { classNameOf }: Records): Seat {
  return { className: classNameOf(classId), seatNumber };
}
