import { type ExecutionResult, GraphQLError } from "graphql";
import { newTraceId } from "../door/trace.js";
import { GatewayRefusal, presentErrors } from "../errors.js";
import { nameOf, type OnAnswered } from "../operator/answered.js";
import type { SocketOperation } from "../subscriptions/read-operation.js";
import type { Sessions } from "../viewer/sessions.js";
import type { Executor } from "./executor.js";

/** Runs a query or mutation that came over a socket, with the answer that HTTP would have given. */
export function executeOnSocket(executor: Executor, sessions: Sessions, onAnswered?: OnAnswered) {
  const run = async (operation: SocketOperation, traceId: string): Promise<ExecutionResult> => {
    const { document, contextValue, variableValues, operationName } = operation;
    const { authenticated, source } = contextValue;
    const { viewer } = authenticated;
    const reader = { language: viewer.language, traceId };
    try {
      sessions.check(authenticated);
      const { data, errors } = await executor.execute({
        document,
        source,
        operationName: operationName ?? undefined,
        variables: variableValues ?? {},
        caller: { viewer, traceId: reader.traceId, signal: new AbortController().signal },
      });
      const presented = errors && (presentErrors(errors, reader) as GraphQLError[]);
      return { ...(presented ? { errors: presented } : {}), ...(data === undefined ? {} : { data }) };
    } catch (error) {
      const known = error instanceof GraphQLError ? error : new GatewayRefusal("INTERNAL");
      return { errors: presentErrors([known], reader) as GraphQLError[] };
    }
  };

  return async (operation: SocketOperation): Promise<ExecutionResult> => {
    const began = performance.now();
    const traceId = newTraceId();
    const result = await run(operation, traceId);
    onAnswered?.({
      transport: "socket",
      operation: nameOf(operation.document, operation.operationName ?? undefined),
      traceId,
      tookMs: performance.now() - began,
      codes: (result.errors ?? []).map(({ extensions }) => extensions?.code),
    });
    return result;
  };
}
