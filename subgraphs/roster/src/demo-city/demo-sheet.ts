import {
  type DemoStudent,
  demoApplications,
  type demoClasses,
  demoPeople,
} from "@campus-graph/schema/demo-city";
import { columns } from "../import/columns.js";

type DemoClass = (typeof demoClasses)[keyof typeof demoClasses];

const sheetColumns = [
  "className",
  "seatNumber",
  "name",
  "sex",
  "birthDate",
  "nationalId",
  "fatherNationalId",
  "motherNationalId",
  "teacherName",
  "teacherEmail",
] as const;

/** A demo class as its school would hand it in. The parents on record are those who apply in the demo city. */
export function demoSheet({ name, homeroomTeacher }: DemoClass, students: readonly DemoStudent[]): string {
  const teacher = Object.values(demoPeople).find(({ email }) => email === homeroomTeacher)!;
  const lines = students.map((student) => [
    name,
    student.seatNumber,
    student.name,
    student.sex === "M" ? "男" : "女",
    student.birthDate,
    student.nationalId,
    parentOf(student, "FATHER"),
    parentOf(student, "MOTHER"),
    teacher.name,
    teacher.email,
  ]);
  const header = sheetColumns.map((key) => columns[key].titles[0]);
  return [header, ...lines].map((cells) => cells.join(",")).join("\r\n");
}

function parentOf({ name }: DemoStudent, relationship: "FATHER" | "MOTHER"): string {
  const application = demoApplications.find(
    (each) => each.relationship === relationship && (each.students as readonly string[]).includes(name),
  );
  return application?.guardian.nationalId ?? "";
}
