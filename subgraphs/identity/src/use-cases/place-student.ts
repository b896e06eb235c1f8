import type { IdentityContext } from "../context.js";
import { keepStudentClass, type PlacedStudent, removeStudentClass } from "../persistence/classes.js";

/** Where a student is decides who reviews their guardians. */
export async function placeStudent(context: IdentityContext, place: PlacedStudent): Promise<void> {
  await keepStudentClass(context, place);
}

/** The student has left: nobody reviews their guardians. */
export async function removeStudent(context: IdentityContext, studentId: string): Promise<void> {
  await removeStudentClass(context, studentId);
}
