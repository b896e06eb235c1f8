import { recordEvent } from "@campus-graph/kit/events/outbox";
import { recordAudit } from "@campus-graph/kit/sql/audit";
import type { IdentityContext } from "../context.js";
import type { Account } from "../domain/account.js";
import { personLinkLifeMs } from "../domain/person-link.js";
import { personLinkLetter } from "../mail/person-link-letter.js";
import { queueMail } from "../mail/queue-mail.js";
import { contactsOf } from "../persistence/accounts.js";
import { hasEarlierLink, keepPersonLink } from "../persistence/person-links.js";

/**
 * Somebody applied, under an address of their own, with the national ID of this account: nothing is added to it unless
 * its owner, signed in, accepts within fourteen days. Null when the approval was heard before; else whether it is the
 * applicant's first, whom every other letter would tell of an account that is ready now.
 */
export async function offerPersonLink(
  context: IdentityContext,
  { requestId, subjectId, appliedAt }: { requestId: string; subjectId: string; appliedAt: Date },
  owner: Account,
): Promise<"FIRST" | "FURTHER" | null> {
  const now = context.clock.now();
  const id = context.newId();
  const expiresAt = new Date(now.getTime() + personLinkLifeMs);
  const link = { id, requestId, accountId: owner.id, appliedAt, expiresAt, accepted: null };
  const isFurther = await hasEarlierLink(context, { accountId: owner.id, subjectId });
  if (!(await keepPersonLink(context, link))) return null;
  recordEvent(context.em, {
    type: "identity.PersonLinkOffered",
    key: requestId,
    payload: { requestId, expiresAt: expiresAt.toISOString() },
    occurredAt: now,
  });
  await recordAudit(context, {
    act: "offer-person-link",
    object: `account:${owner.id}`,
    detail: { requestId },
  });
  const { name, email } = contactsOf(context, owner);
  const { signInUrl, signature } = context.services;
  const letter = personLinkLetter({ to: email, name, appliedAt, expiresAt, signInUrl }, signature);
  await queueMail(context, {
    kind: "person-link",
    dedupe: `person-link:${requestId}`,
    letter,
    subjectId: owner.id,
  });
  return isFurther ? "FURTHER" : "FIRST";
}
