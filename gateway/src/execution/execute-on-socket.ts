import { type ExecutionResult, GraphQLError } from "graphql";
import { newTraceId } from "../door/trace.js";
import { presentErrors } from "../errors.js";
import { nameOf, type OnAnswered } from "../operator/answered.js";
import type { SocketOperation } from "../subscriptions/read-operation.js";
import type { Sessions } from "../viewer/sessions.js";
import type { Answer, AnswerOperation } from "./answer.js";

/** Runs a query or mutation that came over a socket, with the answer that HTTP would have given. */
export function executeOnSocket(answer: AnswerOperation, sessions: Sessions, onAnswered?: OnAnswered) {
  const run = async (operation: SocketOperation, traceId: string): Promise<Answer> => {
    const { document, contextValue, variableValues, operationName } = operation;
    const { authenticated, source, left } = contextValue;
    const { viewer } = authenticated;
    const reader = { language: viewer.language, traceId };
    try {
      sessions.check(authenticated);
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      return { errors: presentErrors([error], reader) };
    }
    const caller = { viewer, traceId, signal: left };
    return answer(
      {
        document,
        source,
        operationName: operationName ?? undefined,
        variables: variableValues ?? {},
        caller,
      },
      reader,
    );
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
    return result as ExecutionResult;
  };
}
