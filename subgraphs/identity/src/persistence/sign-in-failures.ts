import { TooManyAttempts } from "@campus-graph/kit/refusal";
import type { Context } from "../services.js";

export interface FailureRule {
  limit: number;
  windowMs: number;
}

/**
 * Locks a bucket of failures until the transaction ends, and refuses when it is full. Sign-ins to one account are
 * compared one after the other under this lock, so that a thousand at once get no more comparisons than one by one,
 * and right ones are never counted.
 */
export async function lockFailures(
  context: Context,
  bucket: string,
  { limit, windowMs }: FailureRule,
): Promise<void> {
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
  if (row.failures < limit) return;
  const retryAfterMs = new Date(row.since).getTime() + windowMs - now.getTime();
  throw new TooManyAttempts({ retryAfterSeconds: Math.max(1, Math.ceil(retryAfterMs / 1000)) });
}

export async function noteFailure(context: Context, bucket: string): Promise<void> {
  await context.em.execute("update sign_in_failure set failures = failures + 1 where bucket = ?", [bucket]);
}
