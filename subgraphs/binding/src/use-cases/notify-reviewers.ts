import type { ReceivedEvent } from "@campus-graph/kit/events/event";
import type { NewNotice } from "@campus-graph/kit/feed/feed";
import type { BindingContext } from "../context.js";
import { reviewFeed } from "../feed.js";
import { teachersOfStudents } from "../persistence/reviewers.js";

/** What makes a class's grid another: a request of one of its students came, went on or went, or a binding opened or ended. */
export type GridEvent = ReceivedEvent<
  | "binding.RequestSubmitted"
  | "binding.RequestReturned"
  | "binding.RequestCancelled"
  | "binding.RequestApproved"
  | "binding.RequestProvisionFailed"
  | "binding.BindingOpened"
  | "binding.BindingRevoked"
>;

/**
 * Whoever decides the class's requests now is told that its grid has changed, once for all that happened together; what it holds
 * they ask for anew.
 */
export async function notifyReviewers(context: BindingContext, events: readonly GridEvent[]): Promise<void> {
  const students = [...new Set(events.map(({ payload }) => payload.studentId))];
  const teachers = await teachersOfStudents(context.em, students, context.clock.now());
  const ofStudent = Map.groupBy(teachers, ({ studentId }) => studentId);
  const notices = new Map<string, NewNotice>();
  for (const event of events)
    for (const { classId, subjectId } of ofStudent.get(event.payload.studentId) ?? [])
      notices.set(`${subjectId} ${classId}`, reviewNotice(subjectId, classId, event));
  await reviewFeed.append(context.em, [...notices.values()]);
}

/** A notice to one teacher about one of their classes. */
export function reviewNotice(
  subject: string,
  classId: string,
  { id, occurredAt }: Pick<ReceivedEvent, "id" | "occurredAt">,
): NewNotice {
  return { subject, kind: "CLASS_CHANGED", occurredAt, reference: { classId }, dedupe: `${id} ${classId}` };
}
