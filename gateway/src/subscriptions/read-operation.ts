import {
  type ExecutionArgs,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  NoSchemaIntrospectionCustomRule,
  specifiedRules,
  validate,
} from "graphql";
import { notThatOperation } from "../errors.js";
import type { Admit, Sent } from "../limits/admit.js";
import type { Authenticated } from "../viewer/authenticate.js";

/** One operation of a socket or an event stream, admitted and validated. */
export interface SocketOperation extends ExecutionArgs {
  contextValue: { source: string; authenticated: Authenticated };
}

interface Options {
  admit: Admit;
  schema: () => GraphQLSchema;
  introspection: boolean;
}

/** Throws what is wrong with the operation. */
export type ReadOperation = (sent: Sent, authenticated: Authenticated) => SocketOperation;

export function createReadOperation({ admit, schema: currentSchema, introspection }: Options): ReadOperation {
  const rules = introspection ? specifiedRules : [...specifiedRules, NoSchemaIntrospectionCustomRule];
  return (sent, authenticated) => {
    const { document, text, operationName, variables } = admit(sent);
    const schema = currentSchema();
    const [problem] = validate(schema, document, rules, { maxErrors: 1, hideSuggestions: !introspection });
    if (problem) {
      const { message, nodes } = problem;
      throw new GraphQLError(message, { nodes, extensions: { code: "GRAPHQL_VALIDATION_FAILED" } });
    }
    if (!getOperationAST(document, operationName)) throw notThatOperation();
    const contextValue = { source: text, authenticated };
    return { schema, document, operationName, variableValues: variables, contextValue };
  };
}
