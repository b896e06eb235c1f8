import type { Viewer, Withdrawal } from "@campus-graph/kit/auth/viewer";
import { getOperationAST } from "graphql";
import { GatewayRefusal } from "../errors/refusal.js";
import type { RevocationList } from "../viewer/revocation-list.js";
import type { OwnExecutor } from "./own-executor.js";

/**
 * The same executor, whose answers never show what was taken from the viewer while they were made. A query is run
 * again; a mutation has been done and is not repeated, so its answer is withheld, and a client that sends it again learns how it stands.
 *
 * Between the last look and the socket lie only microtasks, in which no message of the bus can arrive; and a revocation
 * is acknowledged only after it was noted here. What a subgraph streams is looked at where it is delivered.
 */
export function retryOnRevocation(executor: OwnExecutor, revocations: RevocationList): OwnExecutor {
  return {
    ...executor,
    async execute(operation) {
      const { caller, document, operationName } = operation;
      const { subject } = caller.viewer;
      if (subject === null) return executor.execute(operation);
      for (;;) {
        const known = revocations.of(subject);
        if (known === null) return { errors: [new GatewayRefusal("SESSION_UNCERTAIN")] };
        // Typed, so that a name which subgraphs do not know is none of it: they would go on showing what was taken.
        const viewer: Viewer = known.length === 0 ? caller.viewer : { ...caller.viewer, withdrawals: known };
        const result = await executor.execute({ ...operation, caller: { ...caller, viewer } });
        const now = revocations.of(subject);
        if (now === known) return result;
        // Asked by roles of which one is over: whoever asks again does so by those that are left.
        if (now && losesRole(known, now)) return { errors: [new GatewayRefusal("SUBGRAPH_UNAVAILABLE")] };
        if (getOperationAST(document, operationName)?.operation === "mutation")
          return { errors: [new GatewayRefusal("SUBGRAPH_UNAVAILABLE")] };
      }
    },
  };
}

function losesRole(before: readonly Withdrawal[], now: readonly Withdrawal[]): boolean {
  const known = new Set(before.map(({ eventId }) => eventId));
  return now.some(({ type, eventId }) => type === "identity.StaffRoleEnded" && !known.has(eventId));
}
