import type { ReceivedEvent } from "@campus-graph/kit/events/event";
import type { BindingContext } from "../context.js";
import { reviewFeed } from "../feed.js";
import { keepHomeroom } from "../persistence/reviewers.js";
import { reviewNotice } from "./notify-reviewers.js";

/**
 * Roster says who the homeroom teacher of a class is, and until when: they decide its requests. An open grid of theirs hears of
 * it, and is empty when it asks after the class was handed over.
 */
export async function assignHomeroom(
  { em }: BindingContext,
  { id, occurredAt, payload }: ReceivedEvent<"roster.HomeroomAssigned">,
): Promise<void> {
  await keepHomeroom(em, payload);
  await reviewFeed.append(em, [reviewNotice(payload.staffSubjectId, payload.classId, { id, occurredAt })]);
}
