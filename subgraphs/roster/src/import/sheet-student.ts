import { type BirthDate, parseBirthDate } from "../domain/birth-date.js";
import { asGrade, type ClassName, gradeOf, parseClassName } from "../domain/class-name.js";
import { type NationalId, parseNationalId } from "../domain/national-id.js";
import { type PersonName, parsePersonName } from "../domain/person-name.js";
import { type ParentPosition, parentPositions, type Sex } from "../domain/student.js";
import { type ColumnKey, parentColumns } from "./columns.js";
import type { ProblemCode } from "./problem.js";
import type { SheetLine } from "./read-lines.js";

/** One student as the sheet has them. Undefined: the sheet has no such column; null: its cell is empty. */
export interface SheetStudent {
  line: number;
  className: ClassName;
  grade: number;
  nationalId: NationalId;
  name: PersonName;
  seatNumber: number | null | undefined;
  studentNumber: string | null | undefined;
  sex: Sex | null | undefined;
  englishName: string | null | undefined;
  birthDate: BirthDate | null | undefined;
  /** For each parent column of the sheet. */
  parents: ReadonlyMap<ParentPosition, NationalId | null>;
  teacher: SheetTeacher | null;
}

/** A homeroom teacher as the sheet names them. */
export interface SheetTeacher {
  name: PersonName;
  email: string;
}

/** The student of one line, or what is wrong with it: column and code. */
export function parseStudent(
  { line, cells }: SheetLine,
  today: string,
): { student: SheetStudent } | { faults: [ColumnKey, ProblemCode][] } {
  const faults: [ColumnKey, ProblemCode][] = [];

  function optional<T>(key: ColumnKey, code: ProblemCode, parse: (text: string) => T | null) {
    const text = cells.get(key);
    if (text === undefined) return undefined;
    if (text === "") return null;
    const value = parse(text);
    if (value === null) faults.push([key, code]);
    return value;
  }
  function required<T>(key: ColumnKey, code: ProblemCode, parse: (text: string) => T | null) {
    if (cells.get(key) === "") faults.push([key, "REQUIRED"]);
    return optional(key, code, parse);
  }

  const className = required("className", "BAD_CLASS_NAME", parseClassName);
  const statedGrade = optional("grade", "UNKNOWN_GRADE", (text) => asGrade(Number(text)));
  const grade = statedGrade ?? (className ? gradeOf(className) : null);
  if (className && grade === null && !faults.some(([key]) => key === "grade"))
    faults.push(["className", "UNKNOWN_GRADE"]);
  const seatNumber = optional("seatNumber", "BAD_SEAT_NUMBER", parseSeatNumber);
  const name = required("name", "BAD_NAME", parsePersonName);
  const nationalId = required("nationalId", "BAD_NATIONAL_ID", parseNationalId);
  const rest = {
    seatNumber,
    studentNumber: optional("studentNumber", "BAD_STUDENT_NUMBER", matching(/^[A-Za-z0-9-]{1,20}$/)),
    sex: optional("sex", "BAD_SEX", (text) => sexes.get(text.toLowerCase()) ?? null),
    englishName: optional("englishName", "BAD_NAME", parsePersonName),
    birthDate: optional("birthDate", "BAD_BIRTH_DATE", (text) => parseBirthDate(text, today)),
    parents: new Map(
      parentPositions.flatMap((position) => {
        const parent = optional(parentColumns[position], "BAD_NATIONAL_ID", parseNationalId);
        return parent === undefined ? [] : [[position, parent] as const];
      }),
    ),
  };
  const teacherName = optional("teacherName", "BAD_NAME", parsePersonName);
  const email = optional("teacherEmail", "BAD_EMAIL", matching(/^[^\s@]{1,64}@[^\s@.]+(\.[^\s@.]+)+$/));
  if (faults.length === 0 && Boolean(teacherName) !== Boolean(email))
    faults.push([email ? "teacherName" : "teacherEmail", "TEACHER_INCOMPLETE"]);

  if (faults.length > 0 || !className || grade === null || !nationalId || !name) return { faults };
  const teacher = teacherName && email ? { name: teacherName, email: email.toLowerCase() } : null;
  return { student: { line, className, grade, nationalId, name, ...rest, teacher } };
}

const sexes = new Map<string, Sex>([
  ...["男", "m", "male", "1"].map((word) => [word, "M"] as const),
  ...["女", "f", "female", "2"].map((word) => [word, "F"] as const),
]);

function parseSeatNumber(text: string): number | null {
  const number = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  return number > 0 ? number : null;
}

function matching(form: RegExp): (text: string) => string | null {
  return (text) => (form.test(text) ? text : null);
}
