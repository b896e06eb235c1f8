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
 * An event's text is its number in the order in which its key's changes committed.
 */
export async function write(
  stations: readonly Station[],
  { writers, events, keys, heldMs }: Load,
): Promise<void> {
  let remaining = events;
  await Promise.all(
    Array.from({ length: writers }, async (_, writer) => {
      const station = stations[writer % stations.length]!;
      while (remaining > 0) {
        const count = Math.min(remaining, 1 + Math.floor(Math.random() * 5));
        remaining -= count;
        await writeOnce(station, `${Math.floor(Math.random() * keys)}`, count, Math.random() * heldMs);
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
