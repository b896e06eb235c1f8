import type { Log } from "@campus-graph/kit/ops/log";
import type { OnFault } from "../execution/field-faults.js";
import type { Metrics } from "./metrics.js";
import { createSampledLog } from "./sampled-log.js";

/** Counts and logs what subgraphs answer wrongly: which, what kind, in which field; never what was answered. */
export function reportFaults(log: Pick<Log, "warn">, metrics: Pick<Metrics, "faulty">): OnFault {
  const warn = createSampledLog(log);
  return ({ subgraph = "unknown", kind, at }) => {
    metrics.faulty(subgraph, kind);
    warn(
      `${subgraph} ${kind} ${at}`,
      { subgraph, kind, ...(at && { at }) },
      "a subgraph's answer is not right",
    );
  };
}
