import { maskName } from "@campus-graph/kit/text/person-name";
import type { Student } from "../domain/student.js";
import type { ColumnKey } from "./columns.js";
import { differencesOf } from "./differences.js";
import { kept } from "./kept.js";
import type { Entry, Records } from "./plan.js";

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

/** Who comes to the school, by the sheet's line. */
export interface Coming extends Seat {
  line: number;
  maskedName: string;
}

/** Of whom something changes, by the sheet's line. */
export interface Changing {
  line: number;
  maskedName: string;
  columns: readonly ColumnKey[];
}

export function describeComing(enrol: readonly Entry[]): Coming[] {
  return enrol.map(({ sheet: { line, className, seatNumber, name } }) => {
    return { line, className, seatNumber: seatNumber ?? null, maskedName: maskName(name) };
  });
}

export function describeChanging(change: readonly Entry[], records: Records): Changing[] {
  return change.map((entry) => ({
    line: entry.sheet.line,
    maskedName: entry.before!.student.maskedName,
    columns: differencesOf(entry, entry.before!, records),
  }));
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
