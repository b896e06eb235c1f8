import { type ColumnKey, parentColumns } from "./columns.js";
import { kept } from "./kept.js";
import type { Entry, Records, StudentOnRecord } from "./plan.js";

/** The columns in which the sheet differs from what is on record of a student. */
export function differencesOf(
  { sheet, particulars }: Omit<Entry, "before">,
  before: StudentOnRecord,
  { personKeyOf }: Records,
): ColumnKey[] {
  const { student } = before;
  const differs: [ColumnKey, boolean][] = [
    ["seatNumber", kept(sheet.seatNumber, student.seatNumber) !== student.seatNumber],
    ["studentNumber", kept(sheet.studentNumber, student.studentNumber) !== student.studentNumber],
    ...(["nationalId", "name", "sex", "englishName", "birthDate"] as const).map(
      (key): [ColumnKey, boolean] => [key, particulars[key] !== before.particulars[key]],
    ),
    ...[...sheet.parents].map(([position, parent]): [ColumnKey, boolean] => [
      parentColumns[position],
      (parent && personKeyOf(parent)) !== (before.parents.get(position) ?? null),
    ]),
  ];
  return differs.filter(([, isSo]) => isSo).map(([key]) => key);
}
