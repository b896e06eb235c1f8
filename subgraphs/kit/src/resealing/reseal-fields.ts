import type { EntityManager } from "@mikro-orm/postgresql";
import type { KeyRing } from "../auth/keys.js";
import type { Context } from "../context.js";
import type { RecurringTask } from "../jobs/recurring-task.js";
import { transaction } from "../sql/transaction.js";
import {
  nameOf,
  oldKeysOf,
  type Position,
  resealBatch,
  type SealedColumn,
  sealedByOldKeys,
} from "./sealed-columns.js";

const lookEveryMs = 2_000;
/** So many rows in one short transaction: nobody who writes one of them waits for long. */
const batchSize = 200;
/** Until every copy has read its keys file again: a slower one still seals by the key of before. */
const settleMs = 15_000;

interface Progress {
  since: string;
  position: Position | string | null;
  /** Found in this pass. */
  unreadable: number;
  doneAt: string | null;
}

/**
 * Seals everything anew that an earlier key of the ring `field` has sealed, in small batches, while the subgraph serves:
 * values open by every key of the ring, so nobody notices. Where it stands is kept, for each column and key, so that a
 * copy that stops is taken over from, and several do not do the same.
 */
export function resealFields<S>(columns: readonly SealedColumn[]): RecurringTask<S> {
  return {
    name: "seal fields anew",
    everyMs: lookEveryMs,
    async run(context) {
      const ring = context.keys.ring("field");
      if (oldKeysOf(ring).length === 0) return false;
      // Old keys may stay in the ring for long after: one question then, and not a transaction for each column.
      const done = await donePlaces(context.em, ring.current);
      let hasWorked = false;
      for (const column of columns)
        if (!done.has(nameOf(column))) hasWorked = (await goOn(context, column)) || hasWorked;
      return hasWorked;
    },
  };
}

async function goOn<S>(context: Context<S>, column: SealedColumn): Promise<boolean> {
  const ring = context.keys.ring("field");
  const at = [nameOf(column), ring.current] as const;
  return transaction(context, async ({ em, clock, log }) => {
    const now = clock.now();
    const progress = await progressOf(em, at, now);
    if (!progress || progress.doneAt !== null) return false;
    if (now.getTime() - new Date(progress.since).getTime() < settleMs) return false;
    const after = positionOf(progress.position);
    const { count, unreadable, position } = await resealBatch(em, ring, column, { after, most: batchSize });
    if (unreadable > 0) log.error({ column: at[0], unreadable }, "sealed values cannot be opened");
    const found = progress.unreadable + unreadable;
    // Rows that somebody held, or that a slower copy wrote, want another pass.
    const isDone = !position && (await countOld(em, ring, column)) <= found;
    const isAnew = !position && !isDone;
    await em.execute(
      `update resealing set position = ?::jsonb, resealed = resealed + ?, unreadable = ?, since = ?, done_at = ?
       where place = ? and key_id = ?`,
      [
        position && JSON.stringify(position),
        count,
        isAnew ? 0 : found,
        isAnew ? now : new Date(progress.since),
        isDone ? now : null,
        ...at,
      ],
    );
    if (isDone) log.info({ column: at[0], key: at[1] }, "a column is sealed by the newest key");
    return true;
  });
}

async function countOld(em: EntityManager, ring: KeyRing, column: SealedColumn): Promise<number> {
  const byKey = await sealedByOldKeys(em, ring, column);
  return Object.values(byKey).reduce((sum, count) => sum + count, 0);
}

async function donePlaces(em: EntityManager, keyId: string): Promise<ReadonlySet<string>> {
  const rows = await em.execute<{ place: string }[]>(
    "select place from resealing where key_id = ? and done_at is not null",
    [keyId],
  );
  return new Set(rows.map(({ place }) => place));
}

/** Undefined: another copy is at it. */
async function progressOf(
  em: EntityManager,
  at: readonly [place: string, keyId: string],
  now: Date,
): Promise<Progress | undefined> {
  await em.execute(
    "insert into resealing (place, key_id, since) values (?, ?, ?) on conflict (place, key_id) do nothing",
    [...at, now],
  );
  const [progress] = await em.execute<Progress[]>(
    `select since, position, unreadable, done_at as "doneAt" from resealing where place = ? and key_id = ?
     for update skip locked`,
    [...at],
  );
  return progress;
}

function positionOf(position: Progress["position"]): Position | null {
  return typeof position === "string" ? (JSON.parse(position) as Position) : position;
}

/** One row for each column and each key that was ever to seal it anew. */
export const resealingTable = `create table resealing (
  place text not null,
  key_id text not null,
  since timestamptz not null,
  position jsonb,
  resealed integer not null default 0,
  unreadable integer not null default 0,
  done_at timestamptz,
  primary key (place, key_id)
)`;
