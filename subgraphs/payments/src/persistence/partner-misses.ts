import type { EntityManager } from "@mikro-orm/postgresql";
import { partnerMissRule } from "../domain/miss-rule.js";

/** Numbers that a partner asked about, in a look-up or a notice. */
export interface Questions {
  partner: string;
  asked: number;
  missed: number;
}

export interface CountedQuestions {
  /** All that the partner asked lately, older questions counting less. */
  asked: number;
  missed: number;
  /** Whether a miss may be answered now, at the pace of a partner that misses too much. */
  isPaceFree: boolean;
}

/**
 * Counts questions, and takes the place of the one miss that may be answered in this second. One atomic statement, in
 * the database, so that copies share the pace.
 */
export async function countQuestions(
  em: EntityManager,
  { partner, asked, missed }: Questions,
  now: Date,
): Promise<CountedQuestions> {
  const [row] = await em.fork().execute<[CountedQuestions]>(
    `insert into partner_miss as counted (partner, asked, missed, counted_at, answered_at)
     values (?, ?, ?, ?, case when ? then ?::timestamptz end)
     on conflict (partner) do update set
       asked = counted.asked * ${faded} + excluded.asked,
       missed = counted.missed * ${faded} + excluded.missed,
       counted_at = greatest(counted.counted_at, excluded.counted_at),
       answered_at = case when ${isFree("counted", "excluded.counted_at")} and excluded.missed > 0
         then excluded.counted_at else counted.answered_at end
     returning new.asked, new.missed, (${isFree("old", "?::timestamptz")}) as "isPaceFree"`,
    [partner, asked, missed, now, missed > 0, now, now],
  );
  return row;
}

/** What is left of a count by the time of the new questions. */
const faded = `power(0.5, greatest(0, extract(epoch from excluded.counted_at - counted.counted_at)) * 1000 / ${partnerMissRule.halfLifeMs})`;

/** Whether the last answered miss is long enough ago, or there was none. */
function isFree(row: string, now: string): string {
  return `coalesce(${row}.answered_at <= ${now} - interval '${partnerMissRule.paceMs} milliseconds', true)`;
}
