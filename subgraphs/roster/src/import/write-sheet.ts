import type { ParentPosition, Particulars, Student } from "../domain/student.js";
import { type ColumnKey, columns, parentColumns } from "./columns.js";

/** A student as a line of a sheet tells them. */
export interface SheetEntry {
  className: string;
  grade: number;
  student: Pick<Student, "seatNumber" | "studentNumber">;
  particulars: Particulars;
  parents: ReadonlyMap<ParentPosition, string>;
}

const written = [
  "className",
  "grade",
  "seatNumber",
  "name",
  "sex",
  "englishName",
  "studentNumber",
  "birthDate",
  "nationalId",
  ...Object.values(parentColumns),
] as const satisfies readonly ColumnKey[];

/** A class sheet as a registrar would hand it in: read again, it is these students. */
export function writeSheet(entries: readonly SheetEntry[]): string {
  const lines = entries.map((entry) => {
    const cells = cellsOf(entry);
    return written.map((key) => quoted(cells[key] ?? ""));
  });
  const titles = written.map((key) => columns[key].titles[0]);
  return [titles, ...lines].map((cells) => `${cells.join(",")}\r\n`).join("");
}

function cellsOf({ className, grade, student, particulars, parents }: SheetEntry) {
  const { name, sex, englishName, birthDate, nationalId } = particulars;
  const cells: Partial<Record<ColumnKey, string>> = {
    className,
    grade: String(grade),
    seatNumber: String(student.seatNumber ?? ""),
    name,
    sex: sex === null ? "" : { M: "男", F: "女" }[sex],
    englishName: englishName ?? "",
    studentNumber: student.studentNumber ?? "",
    birthDate: birthDate?.replaceAll("-", "/") ?? "",
    nationalId,
  };
  for (const [position, id] of parents) cells[parentColumns[position]] = id;
  return cells;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
