import type { EntityManager } from "@mikro-orm/postgresql";
import { openToken, sealToken } from "../auth/crypto.js";
import { type Keys, keyOf } from "../auth/keys.js";
import { ConfigurationError, type ConfigurationProblem } from "./environment.js";

/**
 * Rings whose values are compared, not opened: another current key finds nothing that the first one wrote. Their first
 * key stays for as long as the data does.
 */
const fixedRings: readonly string[] = ["index", "person", "code", "serial"];

/** The rings that data cannot be read without. What the others seal lives for a day at most, or belongs to no data. */
const dataRings: readonly string[] = ["field", ...fixedRings];

/** A value sealed by one key of a ring: whoever can open it holds the very key that the data was written with. */
export interface KeyCheck {
  ring: string;
  keyId: string;
  sealed: string;
}

/**
 * Refuses to go on ({@link ConfigurationError}) with keys that the data in this database was not written with. The first
 * start seals a value by each ring's current key; so does the first one after a ring was given another.
 */
export async function checkKeys(em: EntityManager, keys: Keys): Promise<void> {
  await em.transactional(async (em) => {
    // Of two copies that begin on an empty database with different keys, the second is refused.
    await em.execute("lock table key_check in exclusive mode");
    const kept = await em.execute<KeyCheck[]>(`select ring, key_id as "keyId", sealed from key_check`);
    const problem = keyProblem(keys, kept);
    if (problem) throw new ConfigurationError([problem]);
    for (const name of dataRings) {
      if (!keys.holdsRing(name)) continue;
      const ring = keys.ring(name);
      if (kept.some((check) => check.ring === name && check.keyId === ring.current)) continue;
      await em.execute("insert into key_check (ring, key_id, sealed) values (?, ?, ?)", [
        name,
        ring.current,
        sealToken(ring, purpose(name), {}, null),
      ]);
    }
  });
}

/** What is wrong with these keys over data that these values lie in; undefined when nothing is. */
export function keyProblem(keys: Keys, kept: readonly KeyCheck[]): ConfigurationProblem | undefined {
  const lost = kept.find((check) => !opens(keys, check));
  if (lost) return notTheDataKeys(lost);
  const replaced = kept.find(
    ({ ring, keyId }) => fixedRings.includes(ring) && keys.ring(ring).current !== keyId,
  );
  return replaced && notReplaceable(replaced);
}

function opens(keys: Keys, { ring: name, keyId, sealed }: KeyCheck): boolean {
  if (!keys.holdsRing(name) || !keyOf(keys.ring(name), keyId)) return false;
  try {
    openToken(keys.ring(name), purpose(name), sealed, new Date());
    return true;
  } catch {
    return false;
  }
}

const purpose = (ring: string) => `key-check:${ring}`;

function notTheDataKeys({ ring, keyId }: KeyCheck): ConfigurationProblem {
  return {
    variable: "KEYS_FILE",
    what: `The data in the database was written with another key ${keyId} of the ring ${ring} than the keys given now: nothing was changed.`,
    remedy: "Give the keys that this city was begun with; a backup of the data needs those of its own time.",
    zh: {
      what: `資料庫的資料是以另一把金鑰（${ring} 的 ${keyId}）寫入，不是現在所給的金鑰；未變更任何資料。`,
      remedy: "請使用這個城市當初的金鑰；還原的備份須搭配備份當時的金鑰。",
    },
  };
}

function notReplaceable({ ring, keyId }: KeyCheck): ConfigurationProblem {
  return {
    variable: "KEYS_FILE",
    what: `The ring ${ring} must keep ${keyId} as its current key: what the database holds is found by it.`,
    remedy: `Set “current” of ${ring} to ${keyId} again; this ring is not rotated (decision 0040).`,
    zh: {
      what: `${ring} 的現用金鑰必須是 ${keyId}：資料庫的資料要靠它才找得到。`,
      remedy: `請將 ${ring} 的 current 改回 ${keyId}；這個金鑰環不輪替（決策 0040）。`,
    },
  };
}

/** One row for each key that data is, or may be, written with. */
export const keyCheckTable = `create table key_check (
  ring text not null,
  key_id text not null,
  sealed text not null,
  primary key (ring, key_id)
)`;
