import type { Log } from "@campus-graph/kit/log";
import { type DocumentNode, getOperationAST } from "graphql";
import type { Metrics } from "./metrics.js";

/** One operation that was answered. It says nothing of who asked or what for. */
export interface Answered {
  transport: "http" | "socket";
  /** As the client named it. */
  operation: string | undefined;
  traceId: string;
  tookMs: number;
  /** Codes of the answer's errors. */
  codes: readonly unknown[];
}

/** Is told of every answer to a query or mutation. */
export type OnAnswered = (answered: Answered) => void;

/**
 * One line of the log for each answer, and its figures. Clients name their operations as they like, even after
 * themselves; so only names that are known are told, and all others are “other”.
 */
export function tellAnswered(log: Log, names: ReadonlySet<string>, metrics: Metrics | null): OnAnswered {
  return ({ transport, operation, traceId, tookMs, codes }) => {
    const name = operation !== undefined && names.has(operation) ? operation : "other";
    metrics?.answered(transport, name, String(codes[0] ?? "OK"), tookMs);
    if (log.isLevelEnabled("info"))
      log.info({ traceId, transport, operation: name, tookMs: Math.round(tookMs), codes }, "answered");
  };
}

/** The name of the operation that ran. */
export function nameOf(document: DocumentNode, operationName: string | undefined): string | undefined {
  return getOperationAST(document, operationName)?.name?.value;
}
