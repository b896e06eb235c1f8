import type { RosterContext } from "../context.js";
import { forgetAccountPerson } from "../persistence/account-persons.js";

/**
 * The holder of an account is known here no longer, and sees nobody. What a school has on record of a child's parents is
 * the school's own, and stays with the child.
 */
export function erasePerson(context: RosterContext, subjectId: string): Promise<void> {
  return forgetAccountPerson(context, subjectId);
}
