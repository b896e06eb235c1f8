import DataLoader from "dataloader";
import type { Context } from "../context.js";

/** How to read many things of one kind at once; what has no entry in the answer is not there, or not for this viewer. */
export interface Batch<K, V, S> {
  readonly load: (context: Context<S>, keys: readonly K[]) => Promise<ReadonlyMap<K, V>>;
}

export function defineBatch<K, V, S = unknown>(load: Batch<K, V, S>["load"]): Batch<K, V, S> {
  return { load };
}

const loaders = new WeakMap<Context<never>, Map<object, DataLoader<unknown, unknown>>>();

/** One thing, read together with all that the same request needs in the same moment. */
export async function batched<K, V, S>(
  context: Context<S>,
  batch: Batch<K, V, S>,
  key: K,
): Promise<V | null> {
  const ofRequest = loaders.get(context as Context<never>) ?? new Map<object, DataLoader<unknown, unknown>>();
  loaders.set(context as Context<never>, ofRequest);
  let loader = ofRequest.get(batch) as DataLoader<K, V | null> | undefined;
  if (!loader) {
    loader = new DataLoader<K, V | null>((keys) => loadEach(context, batch, keys));
    ofRequest.set(batch, loader as unknown as DataLoader<unknown, unknown>);
  }
  return loader.load(key);
}

/**
 * One answer per key. A key that the database cannot take fails alone, not with all that were loaded beside it: it is
 * looked for by halves, one after the other, so that one among 200 takes some fifteen statements on one connection. What
 * a failed statement leaves of a transaction answers nothing more.
 */
async function loadEach<K, V, S>(
  context: Context<S>,
  batch: Batch<K, V, S>,
  keys: readonly K[],
): Promise<(V | null | Error)[]> {
  try {
    const found = await batch.load(context, keys);
    return keys.map((key) => found.get(key) ?? null);
  } catch (error) {
    if (!isOfData(error) || context.em.isInTransaction()) throw error;
    if (keys.length === 1) return [error];
    const middle = Math.ceil(keys.length / 2);
    const before = await loadEach(context, batch, keys.slice(0, middle));
    return [...before, ...(await loadEach(context, batch, keys.slice(middle)))];
  }
}

/**
 * Whether PostgreSQL refused a value, not the statement: its class 22, "data exception", or, for a NUL in a statement
 * that carries its values as text, 08P01.
 */
function isOfData(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  return typeof code === "string" && (code.startsWith("22") || code === "08P01");
}
