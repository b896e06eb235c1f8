import type { ReceivedEvent } from "@campus-graph/kit/events/event";
import type { BindingContext } from "../../context.js";
import { erasePerson } from "../../use-cases/erase-person.js";

/** The time to think better of it is over. */
export function onPersonErased(
  context: BindingContext,
  { payload }: ReceivedEvent<"identity.PersonErased">,
): Promise<void> {
  return erasePerson(context, payload.subjectId);
}
