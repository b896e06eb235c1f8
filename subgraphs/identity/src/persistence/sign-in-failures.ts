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
