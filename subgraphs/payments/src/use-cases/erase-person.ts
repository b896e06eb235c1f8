import type { PaymentsContext } from "../context.js";
import { eraseGuardian } from "../persistence/erased-persons.js";

/**
 * A guardian is known here no longer. Bills, payments and the ledger are the school's books and stay; they name no
 * guardian. Of a payment that was begun an id stays, which is nobody's.
 */
export function erasePerson(context: PaymentsContext, subjectId: string): Promise<void> {
  return eraseGuardian(context, subjectId);
}
