import type { Log } from "@campus-graph/kit/log";
import { type ExecutionResult, GraphQLError, type GraphQLFormattedError } from "graphql";
import { GatewayRefusal, presentErrors, type Reader } from "../errors.js";
import type { Executor, Operation } from "./executor.js";

/** An operation's answer as it leaves, whichever way it came. Without `data` nothing was run. */
export interface Answer {
  errors?: GraphQLFormattedError[];
  data?: ExecutionResult["data"];
}

/** Never throws: what went wrong is an error of the answer, and of the log when nobody expected it. */
export type AnswerOperation = (operation: Operation, reader: Reader) => Promise<Answer>;

export function createAnswer(executor: Executor, log: Log): AnswerOperation {
  const run = async (operation: Operation, reader: Reader): Promise<ExecutionResult> => {
    try {
      return await executor.execute(operation);
    } catch (error) {
      if (error instanceof GraphQLError) return { errors: [error] };
      log.error({ err: error, traceId: reader.traceId }, "an operation failed");
      return { errors: [new GatewayRefusal("INTERNAL")] };
    }
  };
  return async (operation, reader) => {
    const { data, errors } = await run(operation, reader);
    return {
      ...(errors && { errors: presentErrors(errors, reader) }),
      ...(data !== undefined && { data }),
    };
  };
}
