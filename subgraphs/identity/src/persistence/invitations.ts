import type { IdentityContext } from "../context.js";

/** So long an invitation is waited for; then it may have been overlooked, or have gone to a full mailbox. */
const freshForMs = 3 * 24 * 60 * 60_000;

/** With what the dedupe key of every invitation of an account begins. */
export function invitationsOf(accountId: string): string {
  return `invitation:${accountId}:`;
}

/** Whether an invitation of the account is under way or still fresh. One that the mail server never took is neither. */
export async function isInvited({ em, clock }: IdentityContext, accountId: string): Promise<boolean> {
  const rows = await em.execute<unknown[]>(
    `select 1 as one from job
     where kind = 'mail-invitation' and (dedupe = ? or starts_with(dedupe, ?)) and dead_at is null and (done_at is null or done_at > ?)`,
    [
      // As it was called before there were several.
      `invitation:${accountId}`,
      invitationsOf(accountId),
      new Date(clock.now().getTime() - freshForMs),
    ],
  );
  return rows.length > 0;
}
