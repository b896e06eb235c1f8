import { anonymous } from "@campus-graph/kit/auth/viewer";
import type { SubgraphClient } from "../subgraphs/client.js";
import { newTraceId } from "../subgraphs/trace-id.js";

/** From when on a subject's tokens count; null: all do. */
export type ApplicantTokensNotBefore = (subject: string) => Promise<Date | null>;

/** Asks identity. Applicants' tokens live for a month, longer than any gateway remembers what came over the bus. */
export function createApplicantTokensNotBefore(client: SubgraphClient): ApplicantTokensNotBefore {
  return async (subject) => {
    const caller = { viewer: anonymous, traceId: newTraceId(), signal: AbortSignal.timeout(5_000) };
    const body = JSON.stringify({ subject });
    const answer = await client.post(
      { subgraph: "identity", path: "/internal/tokens-not-before", body, repeatable: true },
      caller,
    );
    if (isUnsupported(answer)) return null;
    const { notBefore } = answer as { notBefore?: unknown };
    if (notBefore === null) return null;
    const moment = new Date(String(notBefore));
    if (Number.isNaN(moment.getTime())) throw new Error("identity did not say since when tokens count");
    return moment;
  };
}

/** An older version of identity, which has no answer to this: during an upgrade its applicants are still accepted. */
function isUnsupported(answer: unknown): boolean {
  return (answer as { error?: unknown }).error === "NOT_FOUND";
}
