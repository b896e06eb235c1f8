import { textArray } from "@campus-graph/kit/auth/visibility";
import type { IdentityContext } from "../context.js";

export interface FailureRule {
  limit: number;
  windowMs: number;
}

/**
 * Locks a bucket of failures until the transaction ends, and tells for how long it is full: 0, while there is room.
 * Sign-ins to one account are compared one after the other under this lock, so that a thousand at once get no more
 * comparisons than one by one, and right ones are never counted.
 */
export async function lockFailures(
  context: IdentityContext,
  bucket: string,
  { limit, windowMs }: FailureRule,
): Promise<number> {
  const now = context.clock.now();
  const windowStart = new Date(now.getTime() - windowMs);
  const [row] = await context.em.execute<[{ failures: number; since: Date }]>(
    `insert into sign_in_failure as kept (bucket, failures, since) values (?, 0, ?)
     on conflict (bucket) do update set
       failures = case when kept.since <= ? then 0 else kept.failures end,
       since = case when kept.since <= ? or kept.failures = 0 then excluded.since else kept.since end
     returning failures, since`,
    [bucket, now, windowStart, windowStart],
  );
  return row.failures < limit ? 0 : new Date(row.since).getTime() + windowMs - now.getTime();
}

export async function noteFailures(context: IdentityContext, buckets: Iterable<string>): Promise<void> {
  for (const bucket of buckets)
    await context.em.execute("update sign_in_failure set failures = failures + 1 where bucket = ?", [bucket]);
}

/** Of the buckets, those that are full now. */
export async function fullBuckets(
  { em, clock }: IdentityContext,
  buckets: readonly string[],
  { limit, windowMs }: FailureRule,
): Promise<ReadonlySet<string>> {
  if (buckets.length === 0) return new Set();
  const rows = await em.execute<{ bucket: string }[]>(
    "select bucket from sign_in_failure where bucket = any(?::text[]) and failures >= ? and since > ?",
    [textArray(buckets), limit, new Date(clock.now().getTime() - windowMs)],
  );
  return new Set(rows.map(({ bucket }) => bucket));
}

/** Counts anew for an account: its own failures, those by each of its names, and those of its known devices. */
export async function forgetFailures({ em }: IdentityContext, accountId: string): Promise<void> {
  await em.execute(
    `delete from sign_in_failure where bucket = ? or bucket = ? or starts_with(bucket, ?)
       or bucket in (select 'name:' || name_index from sign_in_name where account_id = ?)`,
    [`account:${accountId}`, `device:${accountId}`, `device:${accountId}:`, accountId],
  );
}
