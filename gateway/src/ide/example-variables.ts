import {
  type GraphQLInputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  type OperationDefinitionNode,
  typeFromAST,
} from "graphql";

/** Something of the right shape for every variable, as JSON to be filled in. */
export function exampleVariables(operation: OperationDefinitionNode, schema: GraphQLSchema): string {
  const entries = (operation.variableDefinitions ?? []).map(({ variable, type, defaultValue }) => {
    const known = typeFromAST(schema, type);
    const isGiven = defaultValue === undefined && isNonNullType(known);
    return [variable.name.value, known && isInputType(known) && isGiven ? exampleOf(known) : null];
  });
  return entries.length === 0 ? "" : JSON.stringify(Object.fromEntries(entries), null, 2);
}

const scalars: Readonly<Record<string, unknown>> = {
  Int: 0,
  Float: 0,
  Boolean: false,
  Date: "2026-12-31",
  DateTime: "2026-12-31T00:00:00Z",
  EmailAddress: "someone@campus.example",
};

function exampleOf(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return exampleOf(type.ofType);
  if (isListType(type)) return [exampleOf(type.ofType)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (!isInputObjectType(type)) return scalars[type.name] ?? "";
  const required = Object.values(type.getFields()).filter(
    (field) => isNonNullType(field.type) && field.defaultValue === undefined,
  );
  return Object.fromEntries(required.map((field) => [field.name, exampleOf(field.type)]));
}
