import { type ExecutionArgs, type GraphQLSchema, getOperationAST } from "graphql";
import { notThatOperation } from "../errors.js";
import type { Admit, Sent } from "../limits/admit.js";
import type { Validate } from "../limits/validate.js";
import type { Authenticated } from "../viewer/authenticate.js";

/** One operation of a socket or an event stream, admitted and validated. */
export interface SocketOperation extends ExecutionArgs {
  contextValue: {
    source: string;
    authenticated: Authenticated;
    /** Aborted when the client has left. */
    left: AbortSignal;
  };
}

interface Options {
  admit: Admit;
  validate: Validate;
  schema: () => GraphQLSchema;
}

/** Throws what is wrong with the operation. */
export type ReadOperation = (sent: Sent, authenticated: Authenticated, left: AbortSignal) => SocketOperation;

export function createReadOperation({ admit, validate, schema }: Options): ReadOperation {
  return (sent, authenticated, left) => {
    const { document, text, operationName, variables } = admit(sent);
    validate(document);
    if (!getOperationAST(document, operationName)) throw notThatOperation();
    const contextValue = { source: text, authenticated, left };
    return { schema: schema(), document, operationName, variableValues: variables, contextValue };
  };
}
