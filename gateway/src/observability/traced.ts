import type { Tracing } from "@campus-graph/kit/tracing";
import { getOperationAST } from "graphql";
import type { Executor } from "../execution/executor.js";
import type { SubgraphClient } from "../subgraphs/client.js";
import type { Signer } from "../subgraphs/sign.js";

/** The same executor; each run is the first span of the trace that its caller was told of. */
export function traced(executor: Executor, tracing: Tracing, names: ReadonlySet<string>): Executor {
  return {
    ...executor,
    execute(operation) {
      const ast = getOperationAST(operation.document, operation.operationName);
      const name = ast?.name?.value;
      const known = name !== undefined && names.has(name) ? name : "other";
      return tracing.span(
        `${ast?.operation ?? "operation"} ${known}`,
        { kind: "server", traceId: operation.caller.traceId },
        () => executor.execute(operation),
      );
    },
  };
}

/** The same client; each fetch is a span. */
export function tracedFetches(client: SubgraphClient, tracing: Tracing): SubgraphClient {
  return {
    ...client,
    post: (request, caller) =>
      tracing.span(`fetch ${request.subgraph}`, { kind: "client", traceId: caller.traceId }, () =>
        client.post(request, caller),
      ),
    postForText: (request, caller) =>
      tracing.span(`fetch ${request.subgraph}`, { kind: "client", traceId: caller.traceId }, () =>
        client.postForText(request, caller),
      ),
  };
}

/** Tells the subgraph beneath which span its own come. */
export function tracedRequests(sign: Signer, tracing: Tracing): Signer {
  return (request, caller) => ({ ...sign(request, caller), ...tracing.headers() });
}
