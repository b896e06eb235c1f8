import {
  GRAPHQL_MAX_INT,
  GRAPHQL_MIN_INT,
  GraphQLBoolean,
  GraphQLFloat,
  GraphQLID,
  GraphQLInt,
  type GraphQLLeafType,
  type GraphQLSchema,
  GraphQLString,
  isEnumType,
} from "graphql";

/** Whether a value that is there is one of the type; `hidden`: it is, and clients may not know of it. */
export type LeafCheck = (value: unknown) => boolean | "hidden";

/** What a scalar of our own may be, its subgraph knows. */
export function compileLeafCheck(type: GraphQLLeafType, supergraphSchema: GraphQLSchema): LeafCheck {
  if (!isEnumType(type)) return known.get(type.name) ?? (() => true);
  const names = new Set(type.getValues().map(({ name }) => name));
  const whole = supergraphSchema.getType(type.name);
  const all = new Set(isEnumType(whole) ? whole.getValues().map(({ name }) => name) : []);
  return (value) =>
    typeof value === "string" && (names.has(value) || (all.has(value) && ("hidden" as const)));
}

const isWhole = (value: unknown) =>
  typeof value === "number" && Number.isFinite(value) && /^-?\d+$/.test(String(value));

const isInt = (value: unknown) =>
  typeof value === "number" &&
  Number.isInteger(value) &&
  value >= GRAPHQL_MIN_INT &&
  value <= GRAPHQL_MAX_INT;

const known: ReadonlyMap<string, (value: unknown) => boolean> = new Map([
  [GraphQLString.name, (value) => typeof value === "string"],
  [GraphQLID.name, (value) => typeof value === "string" || isWhole(value)],
  [GraphQLInt.name, isInt],
  [GraphQLFloat.name, (value) => typeof value === "number" && Number.isFinite(value)],
  [GraphQLBoolean.name, (value) => typeof value === "boolean"],
]);
