import { loginKey } from "@campus-graph/kit/auth/crypto";
import type { RosterContext } from "../context.js";
import { SchoolClass } from "../domain/school-class.js";
import type { SheetClass } from "../import/class-sheet.js";
import type { SheetTeacher } from "../import/sheet-student.js";
import { type SchoolClasses, schoolClasses } from "../persistence/school-classes.js";
import { teachersByLogin } from "../persistence/teachers.js";
import type { HomeroomChange } from "./assign-homeroom.js";
import { listTeachers } from "./list-teachers.js";

export interface EnteredClasses {
  classes: SchoolClasses;
  /** The homerooms that the sheet hands over. */
  homerooms: HomeroomChange[];
}

/** Enters the sheet's classes, and lists their homeroom teachers with identity. */
export async function enterClasses(
  context: RosterContext,
  schoolCode: string,
  sheetClasses: readonly SheetClass[],
): Promise<EnteredClasses> {
  const { em, keys, newId } = context;
  const classes = await schoolClasses(context, schoolCode);
  const keyOf = ({ email }: SheetTeacher) => loginKey(keys.ring("person"), email);
  const named = new Map(sheetClasses.flatMap(({ teacher }) => (teacher ? [[keyOf(teacher), teacher]] : [])));
  const teachers = await teachersByLogin(context, schoolCode, [...named.keys()]);
  const homerooms: HomeroomChange[] = [];
  for (const { name, grade, teacher } of sheetClasses) {
    const schoolClass = classes.named(name) ?? new SchoolClass(newId(), schoolCode, name, grade);
    schoolClass.enter(grade);
    classes.add(schoolClass);
    em.persist(schoolClass);
    if (!teacher) continue;
    const key = keyOf(teacher);
    schoolClass.homeroomLoginKey = key;
    homerooms.push({ schoolClass, teacher: teachers.get(key) ?? null });
  }
  await listTeachers(context, schoolCode, named, teachers);
  await em.flush();
  return { classes, homerooms };
}
