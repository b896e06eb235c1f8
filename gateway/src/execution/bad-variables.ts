import { GraphQLError, type GraphQLSchema, getVariableValues, type OperationDefinitionNode } from "graphql";
import type { Operation } from "./executor-types.js";

/** What is wrong with the variables of an operation, each by its place; undefined when nothing is. */
export function badVariables(
  { variableDefinitions }: OperationDefinitionNode,
  schema: GraphQLSchema,
  variables: Operation["variables"],
) {
  if (!variableDefinitions || variableDefinitions.length === 0) return undefined;
  return getVariableValues(schema, variableDefinitions, variables).errors?.map(({ message, nodes }) => {
    const extensions = { code: "BAD_USER_INPUT", ...problemIn(message) };
    return new GraphQLError(message, { nodes, extensions });
  });
}

/** The library's sentence names the variable, the place in it, and what was wanted there. */
function problemIn(message: string) {
  const field = /\bat "([^"]+)";/.exec(message)?.[1] ?? /^Variable "\$(\w+)"/.exec(message)?.[1];
  if (field === undefined) return {};
  const isMissing = /was not provided|must not be null|not to be null/.test(message);
  const chinese = isMissing ? `「${field}」缺少必填的值` : `「${field}」的值不合型別`;
  return { field, words: { "zh-TW": `${chinese}。${message}`, en: message } };
}
