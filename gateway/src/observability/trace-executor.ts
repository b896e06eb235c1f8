import { noTracing, type Tracing } from "@campus-graph/kit/ops/tracing";
import { getOperationAST } from "graphql";
import type { Operation } from "../execution/executor-types.js";
import type { OwnExecutor } from "../execution/own-executor.js";
import type { SubgraphClient } from "../subgraphs/client.js";
import type { Signer } from "../subgraphs/sign.js";

/**
 * The same executor; each run, and each event of a subscription, is the root span of the trace whose id its caller
 * received.
 */
export function traced(executor: OwnExecutor, tracing: Tracing, names: ReadonlySet<string>): OwnExecutor {
  if (tracing === noTracing) return executor;
  const spanOf = ({ document, operationName }: Omit<Operation, "caller">): string => {
    const ast = getOperationAST(document, operationName);
    const name = ast?.name?.value;
    return `${ast?.operation ?? "operation"} ${name !== undefined && names.has(name) ? name : "other"}`;
  };
  return {
    schema: executor.schema,
    execute: (operation) =>
      tracing.span(spanOf(operation), { kind: "server", traceId: operation.caller.traceId }, () =>
        executor.execute(operation),
      ),
    planSubscription(operation) {
      const planned = executor.planSubscription(operation);
      const span = spanOf(operation);
      return {
        ...planned,
        complete: (event, caller) =>
          tracing.span(span, { kind: "server", traceId: caller.traceId }, () =>
            planned.complete(event, caller),
          ),
      };
    },
  };
}

/** The same client; each fetch is a span. */
export function tracedFetches(client: SubgraphClient, tracing: Tracing): SubgraphClient {
  if (tracing === noTracing) return client;
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
  if (tracing === noTracing) return sign;
  return (request, caller) => ({ ...sign(request, caller), ...tracing.headers() });
}
