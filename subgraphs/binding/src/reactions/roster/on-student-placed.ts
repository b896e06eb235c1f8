import type { ReceivedEvent } from "@campus-graph/kit/events/event";
import type { BindingContext } from "../../context.js";
import { placeStudent } from "../../use-cases/place-student.js";

type Placed = "roster.StudentEnrolled" | "roster.StudentChanged" | "roster.StudentMoved";

/** Each of the three carries the student's whole place, so each is enough alone. */
export function onStudentPlaced(context: BindingContext, { payload }: ReceivedEvent<Placed>): Promise<void> {
  return placeStudent(context, payload);
}
