import type { Log } from "@campus-graph/kit/ops/log";
import { LRUCache } from "lru-cache";

/** Writes a line; of what happens again and again, one each while, which says how many there were since the last. */
export type SampledLog = (key: string, fields: object, message: string) => void;

interface Options {
  everyMs?: number;
  /** The monotonic clock. */
  now?: () => number;
}

/** How many kinds of lines are counted apart; beyond these, the rarest kinds may be logged more often. */
const mostKeys = 1_000;

export function createSampledLog(
  log: Pick<Log, "warn">,
  { everyMs = 10_000, now = () => performance.now() }: Options = {},
): SampledLog {
  const known = new LRUCache<string, { until: number; count: number }>({ max: mostKeys });
  return (key, fields, message) => {
    const before = known.get(key);
    if (before && now() < before.until) {
      before.count += 1;
      return;
    }
    log.warn({ ...fields, ...(before && before.count > 0 && { unlogged: before.count }) }, message);
    known.set(key, { until: now() + everyMs, count: 0 });
  };
}
