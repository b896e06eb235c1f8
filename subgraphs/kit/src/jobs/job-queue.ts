import type { EntityManager } from "@mikro-orm/postgresql";
import type { Context } from "../context.js";
import type { ClaimedJob, NewJob } from "./job.js";

/** A job that failed too often. `error`: its kind, never its words. */
export interface DeadJob {
  id: string;
  kind: string;
  error: string;
  since: Date;
  tries: number;
}

/** Writes a job down, in the transaction that calls for it: both commit or neither does. */
export async function enqueueJob(
  { em, clock, newId }: Pick<Context, "em" | "clock" | "newId">,
  kind: string,
  { dedupe, payload, urgent = false, notBefore }: NewJob,
  id = newId(),
): Promise<void> {
  const now = clock.now();
  await em.execute(
    `insert into job (id, kind, dedupe, payload, urgent, created_at, next_try_at) values (?, ?, ?, ?, ?, ?, ?)
     on conflict (kind, dedupe) do nothing`,
    [id, kind, dedupe, JSON.stringify(payload), urgent, now, notBefore ?? now],
  );
}

/** The next job that is due, urgent ones first; until the claim ends it is this copy's alone. One indexed statement. */
export async function claimJob(
  em: EntityManager,
  kinds: readonly string[],
  now: Date,
  claimedUntil: Date,
): Promise<ClaimedJob | undefined> {
  const [job] = await em.execute<(Omit<ClaimedJob, "payload"> & { payload: object | string })[]>(
    `update job set tries = tries + 1, next_try_at = ?
     where id = (
       select id from job
       where done_at is null and dead_at is null and next_try_at <= ?
         and kind in (select jsonb_array_elements_text(?::jsonb))
       order by not urgent, next_try_at limit 1 for update skip locked
     )
     returning id, kind, payload, tries`,
    [claimedUntil, now, JSON.stringify(kinds)],
  );
  if (!job) return undefined;
  const { payload } = job;
  return { ...job, payload: typeof payload === "string" ? JSON.parse(payload) : payload };
}

/** Gives the claim of this try its kind's own length. */
export async function holdClaim(em: EntityManager, { id, tries }: ClaimedJob, until: Date): Promise<void> {
  await em.execute("update job set next_try_at = ? where id = ? and tries = ?", [until, id, tries]);
}

/** The job is done, whoever did it, and its payload erased. */
export async function noteDone(em: EntityManager, { id }: ClaimedJob, now: Date): Promise<void> {
  await em.execute(
    "update job set done_at = ?, dead_at = null, payload = null where id = ? and done_at is null",
    [now, id],
  );
}

/** The try failed: again later, or, where `deadAt` says so, only when a person wants it. A later try's row stays. */
export async function noteFailed(
  em: EntityManager,
  { id, tries }: ClaimedJob,
  { nextTryAt, deadAt, error }: { nextTryAt: Date; deadAt: Date | null; error: string },
): Promise<void> {
  await em.execute(
    "update job set next_try_at = ?, dead_at = ?, last_error = ? where id = ? and tries = ? and done_at is null",
    [nextTryAt, deadAt, error, id, tries],
  );
}

/** Every job that waits for a person, the longest waiting first. One whose payload is gone cannot be done any more. */
export async function deadJobs(em: EntityManager): Promise<DeadJob[]> {
  const rows = await em.execute<
    { id: string; kind: string; last_error: string; dead_at: string; tries: number }[]
  >(
    `select id, kind, coalesce(last_error, '') as last_error, dead_at, tries from job
     where dead_at is not null and payload is not null order by dead_at`,
  );
  return rows.map(({ id, kind, last_error, dead_at, tries }) => {
    return { id, kind, error: last_error, since: new Date(dead_at), tries };
  });
}

/** Writes down what was done and came to nothing all the same: a dead letter from the first, tried only when a person wants it. */
export async function keepDeadJob(
  { em, clock, newId }: Pick<Context, "em" | "clock" | "newId">,
  kind: string,
  { dedupe, payload, error }: Pick<NewJob, "dedupe" | "payload"> & { error: string },
  id = newId(),
): Promise<void> {
  const now = clock.now();
  await em.execute(
    `insert into job (id, kind, dedupe, payload, urgent, created_at, next_try_at, dead_at, last_error)
     values (?, ?, ?, ?, false, ?, ?, ?, ?) on conflict (kind, dedupe) do nothing`,
    [id, kind, dedupe, JSON.stringify(payload), now, now, now, error],
  );
}

/** Has a dead letter tried again, from its first try on. False when there is none of this id. */
export async function retryDeadJob(em: EntityManager, id: string, now: Date): Promise<boolean> {
  const rows = await em.execute<unknown[]>(
    `update job set dead_at = null, tries = 0, next_try_at = ?
     where id::text = ? and dead_at is not null and payload is not null returning 1 as one`,
    [now, id],
  );
  return rows.length > 0;
}

/** What operators watch. */
export async function jobCounts(em: EntityManager): Promise<{ waiting: number; dead: number }> {
  const [row] = await em.execute<{ waiting: number; dead: number }[]>(
    `select (select count(*)::int from job where done_at is null and dead_at is null) as waiting,
       (select count(*)::int from job where dead_at is not null and payload is not null) as dead`,
  );
  return row!;
}
