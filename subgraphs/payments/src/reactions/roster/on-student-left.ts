import type { ReceivedEvent } from "@campus-graph/kit/events/event";
import type { PaymentsContext } from "../../context.js";
import { removeStudent } from "../../use-cases/place-student.js";

/** The student can be billed no more; bills already issued stay. */
export async function onStudentLeft(
  context: PaymentsContext,
  { payload }: ReceivedEvent<"roster.StudentLeft">,
): Promise<void> {
  await removeStudent(context, payload.studentId);
}
