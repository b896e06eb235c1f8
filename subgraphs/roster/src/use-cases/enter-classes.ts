import { loginKey, sealToken } from "@campus-graph/kit/crypto";
import { recordEvent } from "@campus-graph/kit/events/outbox";
import { SchoolClass } from "../domain/school-class.js";
import type { SheetClass } from "../import/class-sheet.js";
import type { SheetTeacher } from "../import/sheet-student.js";
import { type SchoolClasses, schoolClasses } from "../persistence/school-classes.js";
import { teachersByLogin } from "../persistence/teachers.js";
import type { RosterContext } from "../roster-context.js";
import type { HomeroomChange } from "./assign-homeroom.js";

export interface EnteredClasses {
  classes: SchoolClasses;
  /** The homerooms that the sheet hands over. */
  homerooms: HomeroomChange[];
}

/**
 * Enters the sheet's classes, and lists each homeroom teacher with identity: those who have no sign-in at the school yet
 * get one, and the others a second invitation where the first came to nothing.
 */
export async function enterClasses(
  context: RosterContext,
  schoolCode: string,
  sheetClasses: readonly SheetClass[],
): Promise<EnteredClasses> {
  const { em, keys, newId } = context;
  const classes = await schoolClasses(context, schoolCode);
  const keyOf = ({ email }: SheetTeacher) => loginKey(keys.ring("person"), email);
  const named = sheetClasses.flatMap(({ teacher }) => teacher ?? []);
  const teachers = await teachersByLogin(context, schoolCode, named.map(keyOf));
  const homerooms: HomeroomChange[] = [];
  const listed = new Map<string, SheetTeacher>();
  for (const { name, grade, teacher } of sheetClasses) {
    const schoolClass = classes.named(name) ?? new SchoolClass(newId(), schoolCode, name, grade);
    schoolClass.grade = grade;
    classes.add(schoolClass);
    em.persist(schoolClass);
    if (!teacher) continue;
    const key = keyOf(teacher);
    listed.set(key, teacher);
    schoolClass.homeroomLoginKey = key;
    homerooms.push({ schoolClass, teacher: teachers.get(key) ?? null });
  }
  for (const [key, teacher] of listed)
    listTeacher(context, { schoolCode, teacher, key, isKnown: teachers.has(key) });
  await em.flush();
  return { classes, homerooms };
}

interface Listed {
  schoolCode: string;
  teacher: SheetTeacher;
  key: string;
  isKnown: boolean;
}

/** The name and e-mail address travel sealed for identity, which makes the sign-in; they are worth it for a week. */
function listTeacher(
  { em, keys, clock }: RosterContext,
  { schoolCode, teacher: { name, email }, key, isKnown }: Listed,
): void {
  const expiresAt = new Date(clock.now().getTime() + listedForMs);
  const sealedPerson = sealToken(keys.ring("staff"), "staff-listed", { name, email }, expiresAt);
  recordEvent(em, {
    type: "roster.StaffListed",
    key,
    payload: { schoolCode, role: "TEACHER", loginKey: key, sealedPerson, isKnown },
  });
}

const listedForMs = 7 * 24 * 3_600_000;
