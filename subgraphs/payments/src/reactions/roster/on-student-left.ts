import type { ReceivedEvent } from "@campus-graph/kit/events/event";
import type { PaymentsContext } from "../../context.js";
import { forgetEnrolment } from "../../persistence/students.js";

/** The student can be billed no more; bills already issued stay. */
export async function onStudentLeft(
  { em }: PaymentsContext,
  { payload }: ReceivedEvent<"roster.StudentLeft">,
): Promise<void> {
  await forgetEnrolment(em, payload.studentId);
}
