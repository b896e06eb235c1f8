import type { ReceivedEvent } from "@campus-graph/kit/events/event";
import type { BindingContext } from "../../context.js";
import { removeStudentFromClass } from "../../use-cases/place-student.js";

export function onStudentLeft(
  context: BindingContext,
  { payload }: ReceivedEvent<"roster.StudentLeft">,
): Promise<void> {
  return removeStudentFromClass(context, payload.studentId);
}
