import { textArray } from "@campus-graph/kit/auth/visibility";
import type { EmailAddress } from "@campus-graph/kit/text/email-address";
import type { IdentityContext } from "../context.js";
import { targetIndex } from "./sealed-person.js";

/**
 * There is no such mailbox: its own server has said so when it was asked to take a mail, or afterwards by a report. Who
 * takes everything and reports later is believed no yes any more.
 */
export async function markBounced(
  { em, keys, clock }: IdentityContext,
  email: EmailAddress,
  { isReported }: { isReported: boolean },
): Promise<void> {
  await em.execute(
    `insert into bounced_address as known (target_index, since, is_reported) values (?, ?, ?)
     on conflict (target_index) do update set is_reported = known.is_reported or excluded.is_reported`,
    [targetIndex(keys, email), clock.now(), isReported],
  );
}

/** A mail was taken there, which ends no report; or a code shown that went there, which ends everything. */
export async function clearBounced(
  { em, keys }: IdentityContext,
  email: EmailAddress,
  { isShown }: { isShown: boolean },
): Promise<void> {
  await em.execute("delete from bounced_address where target_index = ? and (? or not is_reported)", [
    targetIndex(keys, email),
    isShown,
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
