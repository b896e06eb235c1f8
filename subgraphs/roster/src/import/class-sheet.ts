import { mailboxOf } from "@campus-graph/kit/text/email-address";
import { type ClassName, classKey } from "../domain/class-name.js";
import { type ColumnKey, columns, parentColumns } from "./columns.js";
import type { Problem, ProblemCode } from "./problem.js";
import { readLines } from "./read-lines.js";
import { parseStudent, type SheetStudent, type SheetTeacher } from "./sheet-student.js";
import { numberKey } from "./student-numbers.js";

/** A class as the sheet has it: all its students, since a sheet is a class's whole list. */
export interface SheetClass {
  name: ClassName;
  grade: number;
  /** Null: the sheet names none, and whoever has the homeroom keeps it. */
  teacher: SheetTeacher | null;
  students: SheetStudent[];
}

export interface ClassSheet {
  /** The known columns of this sheet, with their titles as written. */
  titles: ReadonlyMap<ColumnKey, string>;
  classes: SheetClass[];
  /** In the order of their lines. A sheet with a problem is not imported at all. */
  problems: Problem[];
}

/** Reads a class sheet into checked values; everything that is wrong is told at once. */
export function parseClassSheet(text: string, today: string): ClassSheet {
  const { titles, lines, problems: unreadable } = readLines(text);
  const problems = [...unreadable];
  const titleOf = (key: ColumnKey) => titles.get(key) ?? columns[key].titles[0];
  const students: SheetStudent[] = [];
  const classNames = new Map<string, ClassName>();
  // Under a header that lacks a column, each line would only say so again.
  for (const line of problems.some(({ code }) => code === "MISSING_COLUMN") ? [] : lines) {
    const parsed = parseStudent(line, today);
    if ("student" in parsed) {
      // A class is called as its first line writes it: 二年一班 and ２年１班 are one.
      const { className } = parsed.student;
      students.push({ ...parsed.student, className: firstIn(classNames, classKey(className), className) });
    } else
      for (const { key, ...fault } of parsed.faults)
        problems.push({ line: line.line, column: titleOf(key), ...fault });
  }
  const at = (line: number, key: ColumnKey, code: ProblemCode, firstLine: number): Problem => {
    return { line, column: titleOf(key), code, details: { firstLine } };
  };
  problems.push(...contradictions(students, at));
  return { titles, classes: classesOf(students), problems: problems.sort((a, b) => a.line - b.line) };
}

type ProblemAt = (line: number, key: ColumnKey, code: ProblemCode, firstLine: number) => Problem;

/** What no line can tell alone: two lines that cannot both be true. */
function contradictions(students: readonly SheetStudent[], at: ProblemAt): Problem[] {
  const problems: Problem[] = [];
  const lineOfStudent = firstLines(students, ({ nationalId }) => nationalId);
  const lineOfSeat = firstLines(students, seatOf);
  const lineOfNumber = firstLines(students, ({ studentNumber }) => numberKey(studentNumber));
  const firstOfClass = new Map<ClassName, SheetStudent>();
  const firstWithTeacher = new Map<ClassName, SheetStudent>();
  for (const student of students) {
    const { line, className, nationalId, grade, teacher, parents } = student;
    const sameStudent = lineOfStudent.get(nationalId)!;
    if (sameStudent !== line) problems.push(at(line, "nationalId", "DUPLICATE_NATIONAL_ID", sameStudent));
    const seat = seatOf(student);
    const sameSeat = seat === null ? line : lineOfSeat.get(seat)!;
    if (sameSeat !== line) problems.push(at(line, "seatNumber", "DUPLICATE_SEAT_NUMBER", sameSeat));
    const sameNumber = lineOfNumber.get(numberKey(student.studentNumber));
    if (student.studentNumber && sameNumber !== line)
      problems.push(at(line, "studentNumber", "DUPLICATE_STUDENT_NUMBER", sameNumber!));
    const first = firstIn(firstOfClass, className, student);
    if (first.grade !== grade) problems.push(at(line, "grade", "GRADES_DIFFER", first.line));
    const named = teacher && firstIn(firstWithTeacher, className, student);
    if (named && mailboxOf(named.teacher!.email) !== mailboxOf(teacher.email))
      problems.push(at(line, "teacherEmail", "TEACHERS_DIFFER", named.line));
    for (const [position, parent] of parents) {
      const child = parent && lineOfStudent.get(parent);
      if (child) problems.push(at(line, parentColumns[position], "PARENT_IS_STUDENT", child));
    }
  }
  return problems;
}

function seatOf({ className, seatNumber }: SheetStudent): string | null {
  return seatNumber ? `${className} ${seatNumber}` : null;
}

function firstLines(students: readonly SheetStudent[], keyOf: (student: SheetStudent) => string | null) {
  const lines = new Map<string | null, number>();
  for (const student of students) firstIn(lines, keyOf(student), student.line);
  return lines;
}

function firstIn<K, V>(map: Map<K, V>, key: K, value: V): V {
  if (!map.has(key)) map.set(key, value);
  return map.get(key)!;
}

function classesOf(students: readonly SheetStudent[]): SheetClass[] {
  const byName = Map.groupBy(students, ({ className }) => className);
  return [...byName].map(([name, students]) => ({
    name,
    grade: students[0]!.grade,
    teacher: students.find(({ teacher }) => teacher)?.teacher ?? null,
    students,
  }));
}
