import DataLoader from "dataloader";
import type { Context } from "./context.js";

/** How to read many things of one kind at once; what has no entry in the answer is not there, or not for this viewer. */
export interface Batch<K, V, S> {
  readonly load: (context: Context<S>, keys: readonly K[]) => Promise<ReadonlyMap<K, V>>;
}

export function defineBatch<K, V, S = unknown>(load: Batch<K, V, S>["load"]): Batch<K, V, S> {
  return { load };
}

const loaders = new WeakMap<Context<never>, Map<object, DataLoader<unknown, unknown>>>();

/** One thing, read together with all that the same request asks for in the same moment. */
export async function batched<K, V, S>(
  context: Context<S>,
  batch: Batch<K, V, S>,
  key: K,
): Promise<V | null> {
  const ofRequest = loaders.get(context as Context<never>) ?? new Map<object, DataLoader<unknown, unknown>>();
  loaders.set(context as Context<never>, ofRequest);
  let loader = ofRequest.get(batch) as DataLoader<K, V | null> | undefined;
  if (!loader) {
    loader = new DataLoader<K, V | null>(async (keys) => {
      const found = await batch.load(context, keys);
      return keys.map((each) => found.get(each) ?? null);
    });
    ofRequest.set(batch, loader as unknown as DataLoader<unknown, unknown>);
  }
  return loader.load(key);
}
