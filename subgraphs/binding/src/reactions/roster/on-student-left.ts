import type { ReceivedEvent } from "@campus-graph/kit/events/event";
import type { BindingContext } from "../../context.js";
import { removeStudentFromClass } from "../../persistence/students.js";

export function onStudentLeft(
  { em }: BindingContext,
  { payload }: ReceivedEvent<"roster.StudentLeft">,
): Promise<void> {
  return removeStudentFromClass(em, payload.studentId);
}
