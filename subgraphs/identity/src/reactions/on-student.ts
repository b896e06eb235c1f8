import type { ReceivedEvent } from "@campus-graph/kit/events/event";
import { forgetStudentClass, noteStudentClass } from "../persistence/classes.js";
import type { Context } from "../services.js";

type Placed = ReceivedEvent<"roster.StudentEnrolled" | "roster.StudentChanged" | "roster.StudentMoved">;

/** Where a student is decides who reviews their guardians. */
export function onStudentPlaced(context: Context, { payload }: Placed): Promise<void> {
  return noteStudentClass(context, payload);
}

export function onStudentLeft(
  context: Context,
  { payload }: ReceivedEvent<"roster.StudentLeft">,
): Promise<void> {
  return forgetStudentClass(context, payload.studentId);
}
