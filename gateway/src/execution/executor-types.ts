import type { DocumentNode, ExecutionResult, GraphQLSchema } from "graphql";
import type { Caller } from "../subgraphs/caller.js";

/** One operation, parsed and validated, as it is to be run. */
export interface Operation {
  document: DocumentNode;
  /** The text that the document was read from; its digest keys the plan. */
  source: string;
  operationName: string | undefined;
  variables: Readonly<Record<string, unknown>>;
  caller: Caller;
  /**
   * Whether its fetches may leave together with equal ones of other viewers: tails only, whose reads nobody waits for.
   * Their variables were coerced when the subscription began, and are not looked at again.
   */
  batches?: boolean;
}

/** Runs queries and mutations over the subgraphs. HTTP, sockets and tails all use the same one. */
export interface Executor {
  /** The client-facing schema at this moment. */
  schema(): GraphQLSchema;
  execute(operation: Operation): Promise<ExecutionResult>;
}
