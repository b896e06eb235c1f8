import { textArray } from "@campus-graph/kit/auth/visibility";
import type { EntityManager } from "@mikro-orm/postgresql";

/**
 * A person's national ID was corrected or renewed: everything that stands under the former key is the present one's from
 * now on, and what comes under it later is read so.
 */
export async function replaceKey(
  em: EntityManager,
  { formerKey, personKey }: { formerKey: string; personKey: string },
): Promise<void> {
  await em.execute("update renewed_person set person_key = ? where person_key = ?", [personKey, formerKey]);
  await em.execute(
    `insert into renewed_person (former_key, person_key) values (?, ?)
     on conflict (former_key) do update set person_key = excluded.person_key`,
    [formerKey, personKey],
  );
  await em.execute("update request set person_key = ? where person_key = ?", [personKey, formerKey]);
  await em.execute("update student set person_key = ? where person_key = ?", [personKey, formerKey]);
  await em.execute(
    `update student set parent_person_keys = array_replace(parent_person_keys, ?, ?)
     where parent_person_keys @> array[?]`,
    [formerKey, personKey, formerKey],
  );
}

/** The keys as they are now: those of former national IDs are given as the present one's. */
export async function presentKeys(em: EntityManager, keys: readonly string[]): Promise<string[]> {
  const rows = await em.execute<{ former_key: string; person_key: string }[]>(
    "select former_key, person_key from renewed_person where former_key = any(?::text[])",
    [textArray(keys)],
  );
  const renewed = new Map(rows.map(({ former_key, person_key }) => [former_key, person_key]));
  return keys.map((key) => renewed.get(key) ?? key);
}
