import type { SchoolStudentsQuery } from "@campus-graph/clients/generated/operations";

type Class = NonNullable<SchoolStudentsQuery["school"]>["classes"][number];

/** A student with their class, as lists show them. */
export interface Student {
  id: string;
  name: string;
  seatNumber: number | null;
  studentNumber: string | null;
  classId: string;
  className: string;
}

export interface SchoolClass {
  id: string;
  name: string;
  grade: number;
  students: readonly Student[];
}

/** Who is at a school: read once, looked into at every key press. */
export interface StudentIndex {
  classes: readonly SchoolClass[];
  students: readonly Student[];
  byId: ReadonlyMap<string, Student>;
  classById: ReadonlyMap<string, SchoolClass>;
}

export function indexStudents(classes: readonly Class[]): StudentIndex {
  // Within a grade as the roster gives them.
  const sorted = classes.map(withStudents).sort((a, b) => a.grade - b.grade);
  const students = sorted.flatMap((each) => each.students);
  return {
    classes: sorted,
    students,
    byId: new Map(students.map((student) => [student.id, student])),
    classById: new Map(sorted.map((each) => [each.id, each])),
  };
}

function withStudents({ id, name, grade, students }: Class): SchoolClass {
  return {
    id,
    name,
    grade,
    students: students.map((student) => ({
      id: student.id,
      name: student.name ?? student.maskedName,
      seatNumber: student.seatNumber,
      studentNumber: student.studentNumber,
      classId: id,
      className: name,
    })),
  };
}

/** Those whose name, student number, or class with seat, is what was typed; an empty text means nobody. */
export function findStudents(index: StudentIndex, typed: string, most = 100): Student[] {
  const text = typed.replace(/\s+/g, "").toLowerCase();
  if (text === "") return [];
  const found: Student[] = [];
  for (const student of index.students) {
    if (!isMeant(student, text)) continue;
    found.push(student);
    if (found.length === most) break;
  }
  return found;
}

function isMeant({ name, studentNumber, className, seatNumber }: Student, text: string): boolean {
  return (
    name.replace(/\s+/g, "").toLowerCase().includes(text) ||
    (studentNumber?.toLowerCase().startsWith(text) ?? false) ||
    `${className}${seatNumber ?? ""}`.toLowerCase().startsWith(text)
  );
}
