import { setTimeout as held } from "node:timers/promises";
import type { Database } from "@campus-graph/kit/sql/database";
import type { EntityManager } from "@mikro-orm/postgresql";

export interface Load {
  writers: number;
  events: number;
  keys: readonly string[];
  /** Each transaction stays open for up to so long after its first write. */
  heldMs: number;
  /** Records an event of a key; `number` is its place in the order in which the key's changes committed, from 1 on. */
  record: (em: EntityManager, key: string, number: number) => void;
}

/** Where a writer writes. */
interface Desk {
  database: Database;
}

/** The counter that numbers the commits of each key: its row lock is the aggregate's. */
export async function prepareCounters({ database }: Desk): Promise<void> {
  const em = database.em.fork();
  await em.execute("create table counter (key text primary key, commits int not null)");
  await em.execute("create table early (number bigint generated always as identity)");
}

/** How many events of each key were committed. */
export async function committed({ database }: Desk): Promise<Map<string, number>> {
  const rows = await database.em.fork().execute<{ key: string; commits: number }[]>("select * from counter");
  return new Map(rows.map(({ key, commits }) => [key, commits]));
}

/**
 * Many writers change the same keys at once, in transactions of one to five events that stay open a while. A writer
 * whose copy is gone goes on at another.
 */
export async function write(
  desks: readonly Desk[],
  { writers, events, keys, heldMs, record }: Load,
): Promise<void> {
  let remaining = events;
  const living = new Set(desks);
  await Promise.all(
    Array.from({ length: writers }, async (_, writer) => {
      while (remaining > 0) {
        const count = Math.min(remaining, 1 + Math.floor(Math.random() * 5));
        remaining -= count;
        const desk = [...living][writer % living.size]!;
        const key = keys[Math.floor(Math.random() * keys.length)]!;
        const act = { key, count, heldMs: Math.random() * heldMs, record };
        await writeOnce(desk, act).catch((error: unknown) => {
          living.delete(desk);
          if (living.size === 0) throw error;
        });
      }
    }),
  );
}

interface Act extends Pick<Load, "heldMs" | "record"> {
  key: string;
  count: number;
}

async function writeOnce({ database }: Desk, { key, count, heldMs, record }: Act): Promise<void> {
  await database.em.fork().transactional(async (em) => {
    // The first write draws the transaction's id, long before it reaches the key.
    await em.execute("insert into early default values");
    const early = Math.random() < 0.5;
    if (early) await held(heldMs);
    for (let index = 0; index < count; index++) {
      const [row] = await em.execute<{ commits: number }[]>(
        `insert into counter values (?, 1)
         on conflict (key) do update set commits = counter.commits + 1 returning commits`,
        [key],
      );
      record(em, key, row!.commits);
    }
    if (!early) await held(heldMs);
  });
}
