import {
  GraphQLBoolean,
  GraphQLFloat,
  GraphQLID,
  GraphQLInt,
  type GraphQLLeafType,
  GraphQLString,
  isEnumType,
} from "graphql";

/** Lets a leaf's value through, or makes it null when its type does not know it. */
export function compileLeaf(type: GraphQLLeafType): (value: unknown) => unknown {
  if (isEnumType(type)) {
    // Values that clients may not know of are not among these.
    const names = new Set(type.getValues().map(({ name }) => name));
    return (value) => (typeof value === "string" && names.has(value) ? value : null);
  }
  const isValid = known.get(type.name);
  if (!isValid) return (value) => value ?? null;
  return (value) => (isValid(value) ? value : null);
}

const isWhole = (value: unknown) =>
  typeof value === "number" && Number.isFinite(value) && /^-?\d+$/.test(String(value));

const known: ReadonlyMap<string, (value: unknown) => boolean> = new Map([
  [GraphQLString.name, (value) => typeof value === "string"],
  [GraphQLID.name, (value) => typeof value === "string" || isWhole(value)],
  [GraphQLInt.name, isWhole],
  [GraphQLFloat.name, (value) => typeof value === "number" && Number.isFinite(value)],
  [GraphQLBoolean.name, (value) => typeof value === "boolean"],
]);
