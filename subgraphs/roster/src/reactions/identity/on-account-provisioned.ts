import type { ReceivedEvent } from "@campus-graph/kit/events/event";
import type { RosterContext } from "../../context.js";
import { noteAccountPerson } from "../../use-cases/note-account-person.js";

/** A recorded parent who has an account looks for their child apart from everybody else. */
export async function onAccountProvisioned(
  context: RosterContext,
  { payload: { subjectId, personKey } }: ReceivedEvent<"identity.AccountProvisioned">,
): Promise<void> {
  if (personKey !== undefined) await noteAccountPerson(context, { subjectId, personKey });
}
