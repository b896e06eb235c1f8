import { openToken, sealToken } from "../auth/crypto.js";
import type { Context } from "../context.js";
import { numberBetween } from "../refusals/input-rules.js";
import { BadInput, InvalidCursor } from "../refusals/refusal.js";
import type { PageInfo } from "./page-info.type.js";

/** The most that one page holds, unless the list says otherwise. */
export const largestPage = 100;

export interface Page<T> {
  edges: { cursor: string; node: T }[];
  pageInfo: PageInfo;
}

export interface PageRequest {
  first: number;
  after?: string | null | undefined;
}

/** The value that a list is ordered by, unique within it. Strings and numbers only, so that it survives sealing. */
export type SortKey = readonly (string | number)[];

/**
 * One page of a list, by keyset: `read` is given the key to go on after and how many rows to read at most.
 * Cursors are sealed with the list's name and the viewer, so that another's is refused (INVALID_CURSOR).
 */
export async function page<T>(
  context: Context,
  list: string,
  { first, after }: PageRequest,
  read: (after: SortKey | null, limit: number) => Promise<T[]>,
  keyOf: (row: T) => SortKey,
): Promise<Page<T>> {
  checkPageSize(first);
  const afterKey = after == null ? null : openCursor(context, list, after);
  const rows = await read(afterKey, first + 1);
  const edges = rows
    .slice(0, first)
    .map((node) => ({ cursor: sealCursor(context, list, keyOf(node)), node }));
  return {
    edges,
    pageInfo: {
      hasNextPage: rows.length > first,
      hasPreviousPage: afterKey !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? after ?? null,
    },
  };
}

/** Refuses page sizes that are none or too many. */
export function checkPageSize(size: number, field = "first", largest = largestPage): void {
  if (size < 1 || size > largest) throw new BadInput({ field, rule: numberBetween(1, largest) });
}

function sealCursor(context: Context, list: string, key: SortKey): string {
  return sealToken(context.keys.ring("cursor"), purpose(context, list), key, null);
}

function openCursor(context: Context, list: string, cursor: string): SortKey {
  try {
    return openToken<SortKey>(
      context.keys.ring("cursor"),
      purpose(context, list),
      cursor,
      context.clock.now(),
    );
  } catch {
    throw new InvalidCursor();
  }
}

function purpose(context: Context, list: string): string {
  return `cursor:${list}:${context.viewer.subject ?? context.viewer.clientId ?? "anonymous"}`;
}
