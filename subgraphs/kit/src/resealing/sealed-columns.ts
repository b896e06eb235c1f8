import type { EntityManager } from "@mikro-orm/postgresql";
import { decryptField, encryptField, type FieldPlace } from "../auth/crypto.js";
import type { KeyRing } from "../auth/keys.js";

/** A column whose values are sealed under the ring `field`, so that they can be sealed anew by its newest key. */
export interface SealedColumn {
  table: string;
  column: string;
  /** Of a column that holds JSON: which of its members is the sealed text. */
  member?: string;
  /** The columns of its table's primary key, by which the rows are gone through in order. */
  key: readonly (readonly [column: string, type: "uuid" | "text"])[];
  /** What stands for the row in the sealed value's place, in SQL; the key's first column when absent. */
  row?: string;
  /** What the place calls table and column, where otherwise. */
  place?: Partial<Pick<FieldPlace, "table" | "column">>;
}

/** How far a pass over a column has come: the key of the row it looked at last, as texts. */
export type Position = readonly string[];

export interface Resealed {
  count: number;
  /** Rows whose value none of the ring's keys opens: altered, or of a key that is lost. They stay as they are. */
  unreadable: number;
  /** Null at the end of the table. */
  position: Position | null;
}

/** Names a column in progress and messages. */
export function nameOf({ table, column, member }: SealedColumn): string {
  return [table, column, ...(member ? [member] : [])].join(".");
}

/**
 * Seals so many values anew by the ring's current key, from a position on, within the caller's transaction. Rows that
 * somebody else holds are passed over: a later pass finds them.
 */
export async function resealBatch(
  em: EntityManager,
  ring: KeyRing,
  sealed: SealedColumn,
  { after, most }: { after: Position | null; most: number },
): Promise<Resealed> {
  const { table, key, row = `${key[0]![0]}::text` } = sealed;
  const names = key.map(([name]) => name);
  const casts = key.map(([, type]) => `?::${type}`);
  const rows = await em.execute<Record<string, string>[]>(
    `select ${names.map((name, index) => `${name}::text as k${index}`).join(", ")}, ${row} as place_row,
       ${textOf(sealed)} as sealed
     from ${table} where ${isOld(sealed)} ${after ? `and (${names.join(", ")}) > (${casts.join(", ")})` : ""}
     order by ${names.join(", ")} limit ${most} for update skip locked`,
    [JSON.stringify(oldKeysOf(ring)), ...(after ?? [])],
  );
  const place = { table, column: sealed.column, ...sealed.place };
  const anew = rows.flatMap(({ place_row, sealed, ...keys }) => {
    const again = sealAgain(ring, sealed!, { ...place, row: place_row! });
    return again === null ? [] : [{ ...keys, again }];
  });
  if (anew.length > 0) await em.execute(updateOf(sealed), [JSON.stringify(anew)]);
  const last = rows.at(-1);
  return {
    count: anew.length,
    unreadable: rows.length - anew.length,
    position: last && rows.length === most ? names.map((_, index) => last[`k${index}`]!) : null,
  };
}

/** How many values of the column each earlier key has still sealed. */
export async function sealedByOldKeys(
  em: EntityManager,
  ring: KeyRing,
  sealed: SealedColumn,
): Promise<Record<string, number>> {
  const rows = await em.execute<{ key_id: string; count: number }[]>(
    `select split_part(${textOf(sealed)}, '.', 1) as key_id, count(*)::int as count from ${sealed.table}
     where ${isOld(sealed)} group by 1`,
    [JSON.stringify(oldKeysOf(ring))],
  );
  return Object.fromEntries(rows.map(({ key_id, count }) => [key_id, count]));
}

/** All but the one that writes. */
export function oldKeysOf({ current, keys }: KeyRing): string[] {
  return Object.keys(keys).filter((id) => id !== current);
}

function sealAgain(ring: KeyRing, sealed: string, place: FieldPlace): string | null {
  try {
    return encryptField(ring, decryptField(ring, sealed, place), place);
  } catch {
    return null;
  }
}

function textOf({ column, member }: SealedColumn): string {
  return member ? `${column}->>'${member}'` : column;
}

function isOld(sealed: SealedColumn): string {
  return `split_part(${textOf(sealed)}, '.', 1) in (select jsonb_array_elements_text(?::jsonb))`;
}

function updateOf({ table, column, member, key }: SealedColumn): string {
  const typed = [...key.map(([, type], index) => `k${index} ${type}`), "again text"].join(", ");
  const same = key.map(([name], index) => `the_table.${name} = anew.k${index}`).join(" and ");
  const value = member ? `jsonb_set(the_table.${column}, '{${member}}', to_jsonb(anew.again))` : "anew.again";
  return `update ${table} as the_table set ${column} = ${value}
    from jsonb_to_recordset(?::jsonb) as anew(${typed}) where ${same}`;
}
