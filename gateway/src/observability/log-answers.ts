import type { Log } from "@campus-graph/kit/ops/log";
import type { OnAnswered } from "../operations/report-answers.js";
import type { Metrics } from "./metrics.js";

/**
 * One line of the log for each answer, and its figures. Clients name their operations as they like, even after
 * themselves; so only known names are logged, and all others are “other”.
 */
export function logAnswers(log: Log, names: ReadonlySet<string>, metrics: Metrics): OnAnswered {
  return ({ transport, operation, traceId, tookMs, codes }) => {
    const name = operation !== undefined && names.has(operation) ? operation : "other";
    metrics.answered(transport, name, String(codes[0] ?? "OK"), tookMs);
    if (log.isLevelEnabled("info"))
      log.info({ traceId, transport, operation: name, tookMs: Math.round(tookMs), codes }, "answered");
  };
}
