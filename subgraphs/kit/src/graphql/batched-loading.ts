import type { EntityManager } from "@mikro-orm/postgresql";
import DataLoader from "dataloader";
import type { BatchScope, Context } from "../context.js";

/**
 * How to load for many viewers at once. It is given no context: what it may find depends on the keys alone, so that one
 * viewer's grants cannot decide what another gets. A key that is somebody's names them.
 */
export interface SharedBatch<K, V> {
  /** One answer per key, in the keys' order. */
  readonly load: (em: EntityManager, keys: readonly K[]) => Promise<readonly V[]>;
}

export function defineSharedBatch<K, V>(load: SharedBatch<K, V>["load"]): SharedBatch<K, V> {
  return { load };
}

const loaders = new WeakMap<BatchScope, Map<object, DataLoader<unknown, unknown>>>();

/** Things loaded together with what others in the same batched request need; by themselves where there are none. */
export async function loadShared<K, V>(
  { em, batchScope }: Pick<Context, "em" | "batchScope">,
  batch: SharedBatch<K, V>,
  keys: readonly K[],
): Promise<readonly V[]> {
  if (keys.length === 0) return [];
  if (!batchScope) return batch.load(em, keys);
  const ofScope = loaders.get(batchScope) ?? new Map<object, DataLoader<unknown, unknown>>();
  loaders.set(batchScope, ofScope);
  let loader = ofScope.get(batch) as DataLoader<K, V> | undefined;
  if (!loader) {
    // Not kept: what is needed later is read later.
    loader = new DataLoader<K, V>((wanted) => batch.load(batchScope.em, wanted), { cache: false });
    ofScope.set(batch, loader as unknown as DataLoader<unknown, unknown>);
  }
  const loading = loader;
  return Promise.all(keys.map((key) => loading.load(key)));
}
