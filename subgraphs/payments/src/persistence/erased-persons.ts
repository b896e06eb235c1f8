import type { PaymentsContext } from "../context.js";

/**
 * Takes away what a guardian was told, that they see any bill, and where money was paid back to. Where it is still owed, the
 * account stays until it is paid.
 */
export async function eraseGuardian({ em }: PaymentsContext, subjectId: string): Promise<void> {
  await em.execute("delete from feed_notice where subject = ?", [subjectId]);
  await em.execute("delete from guardian_tie where subject = ?", [subjectId]);
  await em.execute("delete from visibility where viewer = ?", [subjectId]);
  await em.execute(
    `update payment_case set payee_bank_code = null, payee_account = null, payee_account_end = null,
       payee_subject = null, payee_given_at = null
     where payee_subject = ? and closed_at is not null`,
    [subjectId],
  );
}
