import type { ReceivedEvent } from "@campus-graph/kit/events/event";
import type { IdentityContext } from "../../context.js";
import { placeStudent, removeStudent } from "../../use-cases/place-student.js";

type Placed = ReceivedEvent<"roster.StudentEnrolled" | "roster.StudentChanged" | "roster.StudentMoved">;

/** Where a student is decides who reviews their guardians. */
export function onStudentPlaced(context: IdentityContext, { payload }: Placed): Promise<void> {
  return placeStudent(context, payload);
}

export function onStudentLeft(
  context: IdentityContext,
  { payload }: ReceivedEvent<"roster.StudentLeft">,
): Promise<void> {
  return removeStudent(context, payload.studentId);
}
