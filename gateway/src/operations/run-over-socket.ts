import type { Log } from "@campus-graph/kit/ops/log";
import { type ExecutionResult, type GraphQLFormattedError, OperationTypeNode } from "graphql";
import { presentErrors, type Reader } from "../errors/present-error.js";
import { GatewayRefusal } from "../errors/refusal.js";
import type { PassedHeaders } from "../subgraphs/passed-headers.js";
import { newTraceId } from "../subgraphs/trace-id.js";
import type { Authenticated } from "../viewer/authenticate.js";
import type { GraphQLParams } from "./graphql-params.js";
import { OperationCall, OperationContext, type PreparedOperation } from "./operation-context.js";
import type { OperationServer } from "./operation-server.js";
import type { WhyWithheld } from "./why-withheld.js";

/** What became of an operation: it was refused, answered, or is a subscription that may be opened now. */
export type Outcome =
  | { refused: readonly GraphQLFormattedError[] }
  | { result: ExecutionResult; operation: PreparedOperation }
  | { subscription: PreparedOperation };

/** Never throws: what went wrong is an error of the outcome, and is logged when it is unexpected. */
export type RunOverSocket = (
  params: GraphQLParams,
  authenticated: Authenticated,
  disconnected: AbortSignal,
  headers?: PassedHeaders,
) => Promise<Outcome>;

interface Options {
  server: OperationServer;
  whyWithheld: WhyWithheld;
  exposeErrors: boolean;
  log: Log;
}

/** Runs what came over a socket or an event stream, by the same plugins and the same executor as HTTP. */
export function createRunOverSocket({ server, whyWithheld, exposeErrors, log }: Options): RunOverSocket {
  const run = async (params: GraphQLParams, call: OperationCall): Promise<Outcome> => {
    const { body } = await server.executeOperation(params, { contextValue: new OperationContext(call) });
    const result = body.kind === "single" ? body.singleResult : {};
    const { prepared } = call;
    if (!prepared) return { refused: result.errors ?? [] };
    if (prepared.kind === OperationTypeNode.SUBSCRIPTION) return { subscription: prepared };
    const withheld = whyWithheld(call);
    if (withheld) return refused(withheld, call.reader);
    return { result: result as ExecutionResult, operation: prepared };
  };
  return async (params, authenticated, disconnected, headers) => {
    const { language } = authenticated.viewer;
    const reader = { language, traceId: newTraceId(), exposeErrors };
    try {
      const call = new OperationCall(
        "socket",
        reader,
        { authenticated },
        disconnected,
        undefined,
        null,
        headers,
      );
      return await run(params, call);
    } catch (err) {
      log.error({ err, traceId: reader.traceId }, "an operation failed");
      return refused(new GatewayRefusal("INTERNAL"), reader);
    }
  };
}

function refused(refusal: GatewayRefusal, reader: Reader): Outcome {
  return { refused: presentErrors([refusal], reader) };
}
