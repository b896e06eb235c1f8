import {
  type DocumentNode,
  type ExecutionResult,
  executeSync,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  getOperationAST,
  Kind,
  OperationTypeNode,
  type SelectionNode,
} from "graphql";
import type { Operation } from "./executor-types.js";

const aboutTheSchema = new Set(["__schema", "__type", "__typename"]);

/** Whether a query asks for nothing but the schema: then no subgraph and no planner has anything to do with it. */
export function isIntrospection(document: DocumentNode, operationName: string | undefined): boolean {
  const operation = getOperationAST(document, operationName);
  if (operation?.operation !== OperationTypeNode.QUERY) return false;
  const fragments = new Map(
    document.definitions
      .filter((each): each is FragmentDefinitionNode => each.kind === Kind.FRAGMENT_DEFINITION)
      .map((each) => [each.name.value, each]),
  );
  const fieldsOf = (selection: SelectionNode): readonly string[] => {
    if (selection.kind === Kind.FIELD) return [selection.name.value];
    const within = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
    return within?.selectionSet.selections.flatMap(fieldsOf) ?? [];
  };
  return operation.selectionSet.selections.flatMap(fieldsOf).every((name) => aboutTheSchema.has(name));
}

/** Answers it from the schema that clients see. */
export function introspect(
  schema: GraphQLSchema,
  { document, operationName, variables }: Pick<Operation, "document" | "operationName" | "variables">,
): ExecutionResult {
  return executeSync({
    schema,
    document,
    operationName: operationName ?? null,
    variableValues: variables,
    rootValue: {},
  });
}
