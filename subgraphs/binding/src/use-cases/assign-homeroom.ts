import type { RosterEvents } from "@campus-graph/schema/events";
import type { BindingContext } from "../context.js";
import { keepHomeroom } from "../persistence/reviewers.js";

/** Roster says who the homeroom teacher of a class is, and until when: they decide its requests. */
export async function assignHomeroom(
  { em }: BindingContext,
  homeroom: RosterEvents["roster.HomeroomAssigned"],
): Promise<void> {
  await keepHomeroom(em, homeroom);
}
