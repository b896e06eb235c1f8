import type { RosterContext } from "../context.js";
import { keepAccountPerson } from "../persistence/account-persons.js";

/** A recorded parent who has an account looks for their child apart from everybody else. */
export async function noteAccountPerson(
  context: RosterContext,
  { subjectId, personKey }: { subjectId: string; personKey: string },
): Promise<void> {
  await keepAccountPerson(context, subjectId, personKey);
}
