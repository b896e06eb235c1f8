import type { RosterEvents } from "@campus-graph/schema/events";
import type { BindingContext } from "../context.js";
import { keepPlace, removeFromClass } from "../persistence/students.js";

/** Roster says where a student is; submitted requests follow them there. */
export async function placeStudent(
  { em }: BindingContext,
  student: RosterEvents["roster.StudentEnrolled"],
): Promise<void> {
  await keepPlace(em, student);
}

/** The student has left the school: no class shows them any more. Bindings stay. */
export async function removeStudentFromClass({ em }: BindingContext, studentId: string): Promise<void> {
  await removeFromClass(em, studentId);
}
