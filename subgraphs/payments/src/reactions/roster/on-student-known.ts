import type { ReceivedEvent } from "@campus-graph/kit/events/event";
import type { PaymentsContext } from "../../context.js";
import { rememberStudent } from "../../persistence/students.js";

type StudentKnown = ReceivedEvent<"roster.StudentEnrolled" | "roster.StudentChanged" | "roster.StudentMoved">;

/** Where a student is and how they are named to payers: what `issueBills` and `@provides` need. */
export async function onStudentKnown({ em }: PaymentsContext, { payload }: StudentKnown): Promise<void> {
  await rememberStudent(em, { ...payload, id: payload.studentId });
}
