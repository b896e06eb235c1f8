import type { PaymentsContext } from "../context.js";
import { forgetEnrolment, rememberStudent, type StudentRecord } from "../persistence/students.js";

/** Where a student is and how they are named to payers: what `issueBills` and `@provides` need. */
export async function placeStudent({ em }: PaymentsContext, student: StudentRecord): Promise<void> {
  await rememberStudent(em, student);
}

/** The student can be billed no more; bills already issued stay. */
export async function removeStudent({ em }: PaymentsContext, studentId: string): Promise<void> {
  await forgetEnrolment(em, studentId);
}
