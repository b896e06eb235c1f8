import type { ReceivedEvent } from "@campus-graph/kit/events/event";
import type { BindingContext } from "../context.js";
import { reviewFeed } from "../feed.js";
import { keepDeputy } from "../persistence/reviewers.js";
import { reviewNotice } from "./notify-reviewers.js";

/**
 * Roster says who stands in for a homeroom teacher, and until when: they decide the class's requests as that teacher does. An open
 * grid of theirs hears of it, and is empty when it asks.
 */
export async function noteDeputy(
  { em }: BindingContext,
  { id, occurredAt, payload }: ReceivedEvent<"roster.DeputyAssigned" | "roster.DeputyEnded">,
): Promise<void> {
  await keepDeputy(em, payload);
  await reviewFeed.append(em, [reviewNotice(payload.subjectId, payload.classId, { id, occurredAt })]);
}
