import { GraphFailure } from "@campus-graph/clients/failure";
import type { CombinedError } from "@urql/core";
import { SessionRefused } from "../session/session";

/** Why something did not work, as a screen can say it. */
export interface Failure {
  /** The graph's stable code; OFFLINE and UNREACHABLE are ours. */
  code: string;
  /** The graph's own sentence in the reader's language, where it sent one. */
  sentence?: string | undefined;
  traceId?: string | undefined;
}

export function failureOf(error: unknown): Failure {
  if (error instanceof GraphFailure)
    return { code: error.code, sentence: error.message, traceId: error.traceId };
  if (error instanceof SessionRefused) return { code: error.code, sentence: error.message };
  const [first] = (error as Partial<CombinedError>).graphQLErrors ?? [];
  if (!first) return { code: navigator.onLine ? "UNREACHABLE" : "OFFLINE" };
  const { code = "UNKNOWN", traceId } = first.extensions as { code?: string; traceId?: string };
  return { code, sentence: first.message, traceId };
}
