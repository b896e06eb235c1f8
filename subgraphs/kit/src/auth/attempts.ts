import { createHash } from "node:crypto";
import type { Context } from "../context.js";
import { TooManyAttempts } from "../refusals/refusal.js";

/** What is counted: at most `limit` tries per `key` within a window that opens with the first try. */
export interface AttemptRule {
  scope: string;
  limit: number;
  /** At most two days. */
  windowMs: number;
}

/** Tries older than any window are of no use to anyone: each count sweeps a few of them by the way. */
const longestWindowMs = 2 * 24 * 60 * 60_000;

/**
 * Counts one try and refuses (TOO_MANY_ATTEMPTS) beyond the limit. One atomic statement, committed on its own before
 * the secret is compared: a thousand aliases in one request are a thousand tries, and a rolled-back act stays counted.
 * A batch may count all of its tries at once.
 */
export async function countAttempt(
  context: Context,
  rule: AttemptRule,
  key: string,
  tries = 1,
): Promise<void> {
  const now = context.clock.now();
  const windowStart = new Date(now.getTime() - rule.windowMs);
  const forgottenBefore = new Date(now.getTime() - longestWindowMs);
  const [row] = await context.em.fork().execute<[{ tries: number; since: Date }]>(
    `with swept as (
       delete from attempt where ctid = any(array(
         select ctid from attempt where since < ? and (scope, key) <> (?, ?) limit 20 for update skip locked))
     )
     insert into attempt as counted (scope, key, since, tries) values (?, ?, ?, ?)
     on conflict (scope, key) do update set
       tries = case when counted.since <= ? then excluded.tries else counted.tries + excluded.tries end,
       since = case when counted.since <= ? then excluded.since else counted.since end
     returning tries, since`,
    [forgottenBefore, rule.scope, digest(key), rule.scope, digest(key), now, tries, windowStart, windowStart],
  );
  if (row.tries > rule.limit)
    throw new TooManyAttempts({ retryAfterSeconds: secondsUntilOpen(rule, row.since, now) });
}

/**
 * Refuses (TOO_MANY_ATTEMPTS) when the tries of a key are used up, and counts nothing: for acts of which only the
 * failures count, and which are too frequent to write a row for each.
 */
export async function checkAttempts(context: Context, rule: AttemptRule, key: string): Promise<void> {
  const now = context.clock.now();
  const windowStart = new Date(now.getTime() - rule.windowMs);
  const [row] = await context.em
    .fork()
    .execute<{ since: Date }[]>(
      "select since from attempt where scope = ? and key = ? and tries >= ? and since > ?",
      [rule.scope, digest(key), rule.limit, windowStart],
    );
  if (row) throw new TooManyAttempts({ retryAfterSeconds: secondsUntilOpen(rule, row.since, now) });
}

/** Forgets the tries of a key, after it was used rightly. */
export async function forgetAttempts(context: Context, scope: string, key: string): Promise<void> {
  await context.em.execute("delete from attempt where scope = ? and key = ?", [scope, digest(key)]);
}

function secondsUntilOpen({ windowMs }: AttemptRule, since: Date, now: Date): number {
  const retryAfterMs = new Date(since).getTime() + windowMs - now.getTime();
  return Math.max(1, Math.ceil(retryAfterMs / 1000));
}

function digest(key: string): string {
  return createHash("sha256").update(key).digest("base64url");
}

export const attemptTable = `
  create table attempt (
    scope text not null,
    key text not null,
    since timestamptz not null,
    tries integer not null,
    primary key (scope, key)
  )`;
