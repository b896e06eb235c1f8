import type { Context } from "@campus-graph/kit/context";
import { schoolsPerDay, soughtForMs } from "../domain/find-limits.js";

/**
 * Notes that a child is looked for at a school, and tells whether that may be answered: it is among the first ten
 * schools of the day at which anybody looked, or, for a recorded parent, of those at which the parents did. A school that
 * does not exist takes no place. One atomic statement, committed on its own, so that many at once are not more than ten
 * either.
 */
export async function mayBeSought(
  { em, clock }: Context,
  { index, schoolCode, byParent }: { index: string; schoolCode: string; byParent: boolean },
): Promise<boolean> {
  const now = clock.now();
  const expired = new Date(now.getTime() - soughtForMs);
  const [row] = await em.fork().execute<[{ counted: boolean }]>(
    `with swept as (
       delete from schools_sought where ctid = any(array(
         select ctid from schools_sought where since <= ? and national_id_index <> ? limit 20 for update skip locked))
     )
     insert into schools_sought as sought (national_id_index, seekers, since, schools)
       values (?, ?, ?, array(select code from school where code = ?))
     on conflict (national_id_index, seekers) do update set
       since = case when sought.since <= ? then excluded.since else sought.since end,
       schools = case
         when sought.since <= ? then excluded.schools
         when sought.schools @> excluded.schools or cardinality(sought.schools) >= ? then sought.schools
         else sought.schools || excluded.schools end
     returning schools @> array[?]::text[] as counted`,
    [
      expired,
      index,
      index,
      byParent ? "PARENTS" : "ANYBODY",
      now,
      schoolCode,
      expired,
      expired,
      schoolsPerDay,
      schoolCode,
    ],
  );
  return row.counted;
}
