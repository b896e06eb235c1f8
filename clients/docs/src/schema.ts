import { buildSchema, type GraphQLNamedType, isIntrospectionType, isSpecifiedScalarType } from "graphql";
import { readSource } from "./sources.ts";

export const sdlFile = "schema/api.graphql";

export const schema = buildSchema(readSource(sdlFile));

const rootPages: Readonly<Record<string, string>> = {
  Query: "queries",
  Mutation: "mutations",
  Subscription: "subscriptions",
};

/** All types that the schema defines itself, by name. */
export const ownTypes: readonly GraphQLNamedType[] = Object.values(schema.getTypeMap())
  .filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type))
  .sort((one, other) => (one.name < other.name ? -1 : 1));

/** The page on which a type stands. */
export function slugOfType(type: GraphQLNamedType): string {
  return rootPages[type.name] ?? pageOfKind[type.astNode?.kind ?? ""] ?? "values";
}

const pageOfKind: Readonly<Record<string, string>> = {
  ObjectTypeDefinition: "types",
  InterfaceTypeDefinition: "types",
  UnionTypeDefinition: "types",
  InputObjectTypeDefinition: "inputs",
};
