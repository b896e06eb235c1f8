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

/** Every variable as JSON: those that are given, and something of the right shape for what else must not be null. */
export function exampleVariables(
  operation: OperationDefinitionNode,
  schema: GraphQLSchema,
  given: Readonly<Record<string, unknown>> = {},
): string {
  const entries = (operation.variableDefinitions ?? []).map(({ variable, type, defaultValue }) => {
    const name = variable.name.value;
    if (Object.hasOwn(given, name)) return [name, given[name]];
    const known = typeFromAST(schema, type);
    const isWanted = defaultValue === undefined && isNonNullType(known);
    return [name, known && isInputType(known) && isWanted ? exampleOf(known) : null];
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
