import type { ReceivedEvent } from "@campus-graph/kit/events/event";
import type { BindingContext } from "../../context.js";
import { placeStudent } from "../../persistence/students.js";

type Placed = "roster.StudentEnrolled" | "roster.StudentChanged" | "roster.StudentMoved";

/** Each of the three carries the student's whole place, so each is enough alone. */
export function onStudentPlaced({ em }: BindingContext, { payload }: ReceivedEvent<Placed>): Promise<void> {
  return placeStudent(em, payload);
}
