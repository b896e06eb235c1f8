import { GraphFailure, Unreachable } from "@campus-graph/clients/failure";
import type { CombinedError } from "@urql/core";
import { SessionRefused } from "../session/session";

/** Why something did not work, as a screen can say it. */
export interface Failure {
  /** The graph's stable code; OFFLINE, UNREACHABLE and MISHAP, a fault of the app itself, are ours. */
  code: string;
  /** The graph's own sentence in the reader's language, where it sent one. */
  sentence?: string | undefined;
  traceId?: string | undefined;
}

/** What somebody caught, for a screen. A fault of the app itself is logged, since no screen tells what it was. */
export function failureOf(error: unknown): Failure {
  if (error instanceof GraphFailure)
    return { code: error.code, sentence: error.message, traceId: error.traceId };
  if (error instanceof SessionRefused) return { code: error.code, sentence: error.message };
  const { graphQLErrors: [first] = [], networkError } = (error ?? {}) as Partial<CombinedError>;
  if (first) {
    const { code = "UNKNOWN", traceId } = first.extensions as { code?: string; traceId?: string };
    return { code, sentence: first.message, traceId };
  }
  if (error instanceof Unreachable || networkError instanceof Unreachable)
    return { code: navigator.onLine ? "UNREACHABLE" : "OFFLINE" };
  logOnce(error);
  return { code: "MISHAP" };
}

/** A screen is drawn many times with the same error. */
const logged = new WeakSet<object>();

function logOnce(error: unknown): void {
  if (typeof error === "object" && error !== null) {
    if (logged.has(error)) return;
    logged.add(error);
  }
  console.error(error);
}
