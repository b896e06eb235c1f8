import { setTimeout as held } from "node:timers/promises";
import { left, type Station } from "../../subgraphs/kit/src/events/test/station.js";

export interface Load {
  writers: number;
  events: number;
  keys: number;
  /** Each transaction stays open for up to so long after its first write. */
  heldMs: number;
}

/** The counter that numbers the commits of each key: its row lock is the aggregate's. */
export async function prepareCounters(station: Station): Promise<void> {
  await station.database.em
    .fork()
    .execute("create table counter (key text primary key, commits int not null)");
}

/**
 * Many writers change the same keys at once, in transactions of one to five events that stay open a while.
 * An event's text is its number in the order in which its key's changes committed. A writer whose copy is gone goes on
 * at another.
 */
export async function write(
  stations: readonly Station[],
  { writers, events, keys, heldMs }: Load,
): Promise<void> {
  let remaining = events;
  const living = new Set(stations);
  await Promise.all(
    Array.from({ length: writers }, async (_, writer) => {
      while (remaining > 0) {
        const count = Math.min(remaining, 1 + Math.floor(Math.random() * 5));
        remaining -= count;
        const station = [...living][writer % living.size]!;
        const key = `${Math.floor(Math.random() * keys)}`;
        await writeOnce(station, key, count, Math.random() * heldMs).catch((error: unknown) => {
          living.delete(station);
          if (living.size === 0) throw error;
        });
      }
    }),
  );
}

async function writeOnce(station: Station, key: string, count: number, heldMs: number): Promise<void> {
  await station.database.em.fork().transactional(async (em) => {
    // The first write draws the transaction's id, long before it reaches the key.
    await em.execute("insert into note (text) values ('drawn early')");
    const early = Math.random() < 0.5;
    if (early) await held(heldMs);
    for (let index = 0; index < count; index++) {
      const [row] = await em.execute<{ commits: number }[]>(
        `insert into counter values (?, 1)
         on conflict (key) do update set commits = counter.commits + 1 returning commits`,
        [key],
      );
      left(em, key, `${row!.commits}`);
    }
    if (!early) await held(heldMs);
  });
}
