import type { Context } from "../context.js";
import { transaction } from "../sql/transaction.js";
import { nameOf, type SealedColumn, sealedByOldKeys } from "./sealed-columns.js";

/** By column, how many values each earlier key of `field` has still sealed; columns that need none are left out. */
export interface OldFieldKeys {
  current: string;
  columns: { name: string; values: Record<string, number> }[];
}

/** What stands against dropping earlier keys of `field`. Counted anew: what was noted while sealing is only progress. */
export async function oldFieldKeys(
  { em, keys }: Context<unknown>,
  columns: readonly SealedColumn[],
): Promise<OldFieldKeys> {
  const ring = keys.ring("field");
  const found = [];
  for (const column of columns)
    found.push({ name: nameOf(column), values: await sealedByOldKeys(em, ring, column) });
  return {
    current: ring.current,
    columns: found.filter(({ values }) => Object.keys(values).length > 0),
  };
}

/**
 * Forgets earlier keys of `field`, so that a start without them is not refused. Those that a value still needs are kept; what is
 * found then is sealed anew by the next passes. Answers which were forgotten.
 */
export function forgetFieldKeys(
  context: Context<unknown>,
  columns: readonly SealedColumn[],
  keyIds: readonly string[],
): Promise<{ forgotten: string[] }> {
  return transaction(context, async (context) => {
    const { em } = context;
    await em.execute("lock table key_check in exclusive mode");
    const { current, columns: left } = await oldFieldKeys(context, columns);
    const needed = new Set([current, ...left.flatMap(({ values }) => Object.keys(values))]);
    const forgotten = keyIds.filter((id) => !needed.has(id));
    await em.execute(
      `delete from key_check where ring = 'field' and key_id in (select jsonb_array_elements_text(?::jsonb))`,
      [JSON.stringify(forgotten)],
    );
    for (const { name } of left)
      await em.execute(
        `update resealing set done_at = null, position = null, unreadable = 0
         where place = ? and key_id = ? and done_at is not null`,
        [name, current],
      );
    return { forgotten };
  });
}
