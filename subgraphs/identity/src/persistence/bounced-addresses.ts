import { textArray } from "@campus-graph/kit/auth/visibility";
import type { EmailAddress } from "@campus-graph/kit/text/email-address";
import type { IdentityContext } from "../context.js";
import { targetIndex } from "./sealed-person.js";

/** The address's own server has said that there is no such mailbox. */
export async function markBounced(context: IdentityContext, email: EmailAddress): Promise<void> {
  await context.em.execute(
    "insert into bounced_address (target_index, since) values (?, ?) on conflict (target_index) do nothing",
    [targetIndex(context.keys, email), context.clock.now()],
  );
}

/** A mail was taken there, or a code shown that went there. */
export async function clearBounced(context: IdentityContext, email: EmailAddress): Promise<void> {
  await context.em.execute("delete from bounced_address where target_index = ?", [
    targetIndex(context.keys, email),
  ]);
}

/** Of the addresses those that took none, and since when. */
export async function bouncedAddresses<Email extends EmailAddress>(
  { em, keys }: IdentityContext,
  emails: readonly Email[],
): Promise<ReadonlyMap<Email, Date>> {
  if (emails.length === 0) return new Map();
  const byIndex = new Map(emails.map((email) => [targetIndex(keys, email), email]));
  const rows = await em.execute<{ target_index: string; since: Date }[]>(
    "select target_index, since from bounced_address where target_index = any(?::text[])",
    [textArray([...byIndex.keys()])],
  );
  return new Map(rows.map(({ target_index, since }) => [byIndex.get(target_index)!, new Date(since)]));
}
