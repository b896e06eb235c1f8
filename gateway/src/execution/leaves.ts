import {
  GRAPHQL_MAX_INT,
  GRAPHQL_MIN_INT,
  GraphQLBoolean,
  GraphQLFloat,
  GraphQLID,
  GraphQLInt,
  type GraphQLLeafType,
  GraphQLString,
  isEnumType,
} from "graphql";

/** Whether a value that is there is one of the type. What a scalar of our own may be, its subgraph knows. */
export function compileLeaf(type: GraphQLLeafType): (value: unknown) => boolean {
  if (isEnumType(type)) {
    // Values that clients may not know of are not among these.
    const names = new Set(type.getValues().map(({ name }) => name));
    return (value) => typeof value === "string" && names.has(value);
  }
  return known.get(type.name) ?? (() => true);
}

const isWhole = (value: unknown) =>
  typeof value === "number" && Number.isFinite(value) && /^-?\d+$/.test(String(value));

const isInt = (value: unknown) =>
  typeof value === "number" && Number.isInteger(value) && value >= GRAPHQL_MIN_INT && value <= GRAPHQL_MAX_INT;

const known: ReadonlyMap<string, (value: unknown) => boolean> = new Map([
  [GraphQLString.name, (value) => typeof value === "string"],
  [GraphQLID.name, (value) => typeof value === "string" || isWhole(value)],
  [GraphQLInt.name, isInt],
  [GraphQLFloat.name, (value) => typeof value === "number" && Number.isFinite(value)],
  [GraphQLBoolean.name, (value) => typeof value === "boolean"],
]);
