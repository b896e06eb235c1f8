import { Refusal } from "@campus-graph/kit/refusals/refusal";
import { halfWidth } from "@campus-graph/kit/text/characters";
import { type EmailAddress, parseEmailAddress } from "@campus-graph/kit/text/email-address";
import { type NationalId, parseNationalId } from "@campus-graph/kit/text/national-id";
import { type PersonName, parsePersonName } from "@campus-graph/kit/text/person-name";
import { type BirthDate, parseBirthDate } from "../domain/birth-date.js";
import { asGrade, type ClassName, gradeOf, parseClassName } from "../domain/class-name.js";
import { parseSeatNumber } from "../domain/seat-number.js";
import { type ParentPosition, parentPositions, type Sex } from "../domain/student.js";
import { type ColumnKey, parentColumns } from "./columns.js";
import type { ProblemCode, ProblemDetails } from "./problem.js";
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
  email: EmailAddress;
}

/** What is wrong with a cell. */
export interface Fault {
  key: ColumnKey;
  code: ProblemCode;
  details?: ProblemDetails;
}

/** An apostrophe before anything but a name is how a spreadsheet is told that text follows. */
const nameColumns: ReadonlySet<ColumnKey> = new Set(["name", "englishName", "teacherName"]);

/** What a parser of ours finds wrong and a sheet tells by the same code. */
function isOwnCode(code: string): code is "BAD_CHARACTER" | "NAME_MASKED" {
  return code === "BAD_CHARACTER" || code === "NAME_MASKED";
}

/** The student of one line, or what is wrong with it. */
export function parseStudent(
  { line, cells }: SheetLine,
  today: string,
): { student: SheetStudent } | { faults: Fault[] } {
  const faults: Fault[] = [];

  function optional<T>(key: ColumnKey, code: ProblemCode, parse: (text: string) => T | null) {
    const cell = cells.get(key);
    if (cell === undefined) return undefined;
    const text = nameColumns.has(key) ? cell : cell.replace(/^['’＇]/, "");
    if (text === "") return null;
    try {
      const value = parse(text);
      if (value === null) faults.push({ key, code });
      return value;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const details = error.details as ProblemDetails;
      faults.push({ key, code: isOwnCode(error.code) ? error.code : code, details });
      return null;
    }
  }
  function required<T>(key: ColumnKey, code: ProblemCode, parse: (text: string) => T | null) {
    if (cells.get(key) === "") faults.push({ key, code: "REQUIRED" });
    return optional(key, code, parse);
  }

  const className = required("className", "BAD_CLASS_NAME", parseClassName);
  const statedGrade = optional("grade", "UNKNOWN_GRADE", parseGrade);
  const grade = statedGrade ?? (className ? gradeOf(className) : null);
  if (className && grade === null && !faults.some(({ key }) => key === "grade"))
    faults.push({ key: "className", code: "UNKNOWN_GRADE" });
  const seatNumber = optional("seatNumber", "BAD_SEAT_NUMBER", parseSeatNumber);
  const name = required("name", "BAD_NAME", parsePersonName);
  const nationalId = required("nationalId", "BAD_NATIONAL_ID", parseNationalId);
  const rest = {
    seatNumber,
    studentNumber: optional("studentNumber", "BAD_STUDENT_NUMBER", parseStudentNumber),
    sex: optional("sex", "BAD_SEX", parseSex),
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
  const email = optional("teacherEmail", "BAD_EMAIL", parseEmailAddress);
  if (faults.length === 0 && Boolean(teacherName) !== Boolean(email))
    faults.push({ key: email ? "teacherName" : "teacherEmail", code: "TEACHER_INCOMPLETE" });

  if (faults.length > 0 || !className || grade === null || !nationalId || !name) return { faults };
  const teacher = teacherName && email ? { name: teacherName, email } : null;
  return { student: { line, className, grade, nationalId, name, ...rest, teacher } };
}

function parseGrade(text: string): number | null {
  return asGrade(Number(/^(\d{1,2})(?:年級?)?$/.exec(halfWidth(text))?.[1] ?? Number.NaN));
}

function parseStudentNumber(text: string): string | null {
  const number = halfWidth(text);
  return /^[A-Za-z0-9][A-Za-z0-9-]{0,19}$/.test(number) ? number : null;
}

const sexes = new Map<string, Sex>([
  ...["男", "男生", "m", "male", "1"].map((word) => [word, "M"] as const),
  ...["女", "女生", "f", "female", "2"].map((word) => [word, "F"] as const),
]);

function parseSex(text: string): Sex | null {
  return sexes.get(halfWidth(text).toLowerCase()) ?? null;
}
