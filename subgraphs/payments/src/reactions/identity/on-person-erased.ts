import type { ReceivedEvent } from "@campus-graph/kit/events/event";
import type { PaymentsContext } from "../../context.js";
import { erasePerson } from "../../use-cases/erase-person.js";

/** A person is here no longer. */
export function onPersonErased(
  context: PaymentsContext,
  { payload }: ReceivedEvent<"identity.PersonErased">,
): Promise<void> {
  return erasePerson(context, payload.subjectId);
}
