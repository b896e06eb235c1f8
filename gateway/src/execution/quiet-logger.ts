import type { Log } from "@campus-graph/kit/ops/log";

/** Apollo's libraries tell at every start that they started; only their complaints are worth a line. */
export function quietLogger(log: Log) {
  return {
    debug: (message?: string) => log.trace(message ?? ""),
    info: (message?: string) => log.debug(message ?? ""),
    warn: (message?: string) => log.warn(message ?? ""),
    error: (message?: string) => log.error(message ?? ""),
  };
}
