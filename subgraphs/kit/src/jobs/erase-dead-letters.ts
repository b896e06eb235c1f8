import type { RecurringTask } from "./recurring-task.js";

const dayMs = 24 * 60 * 60_000;
const lookEveryMs = 60_000;

/**
 * Takes away what dead letters say once nobody has had them tried again for so long: a mail that was given up names a
 * person. Their rows stay, so that the same occasion goes on counting as one.
 */
export function eraseDeadLetters<S>(keptDays: number): RecurringTask<S> {
  return {
    name: "erase dead letters",
    everyMs: lookEveryMs,
    async run({ em, clock }) {
      const before = new Date(clock.now().getTime() - keptDays * dayMs);
      const rows = await em.execute<unknown[]>(
        `update job set payload = null where id = any(array(
           select id from job where dead_at < ? and payload is not null limit 1000 for update skip locked))
         returning 1 as one`,
        [before],
      );
      return rows.length > 0;
    },
  };
}
