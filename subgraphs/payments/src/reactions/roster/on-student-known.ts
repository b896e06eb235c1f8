import type { ReceivedEvent } from "@campus-graph/kit/events/event";
import type { PaymentsContext } from "../../context.js";
import { placeStudent } from "../../use-cases/place-student.js";

type StudentKnown = ReceivedEvent<"roster.StudentEnrolled" | "roster.StudentChanged" | "roster.StudentMoved">;

/** Where a student is and how they are named to payers: what `issueBills` and `@provides` need. */
export async function onStudentKnown(context: PaymentsContext, { payload }: StudentKnown): Promise<void> {
  await placeStudent(context, { ...payload, id: payload.studentId });
}
