import { OperationTypeNode } from "graphql";
import { GatewayRefusal } from "../errors/refusal.js";
import type { RevocationList } from "../viewer/revocation-list.js";
import type { Sessions } from "../viewer/sessions.js";
import type { OperationCall } from "./operation-context.js";

/** Why an answer that was made may not leave any more; null: it may. */
export type WhyWithheld = (call: OperationCall) => GatewayRefusal | null;

/**
 * An answer stays here when something was taken from its viewer since the executor looked, which it does last of all
 * unless an operator's plugin waits for something; and a query's, when its sign-in has ended meanwhile. What a mutation
 * did it did while the sign-in stood, and the answer may be all that says so: that of signing out everywhere comes after
 * the end that it brought about.
 */
export function createWhyWithheld({
  sessions,
  revocations,
}: {
  sessions: Pick<Sessions, "hasEnded">;
  revocations: Pick<RevocationList, "of">;
}): WhyWithheld {
  return ({ viewer, authenticated, kind, revocations: seen }) => {
    if (kind === OperationTypeNode.QUERY && authenticated && sessions.hasEnded(authenticated))
      return new GatewayRefusal("UNAUTHENTICATED");
    if (seen === undefined || viewer?.subject == null || revocations.of(viewer.subject) === seen) return null;
    return new GatewayRefusal("SUBGRAPH_UNAVAILABLE");
  };
}
