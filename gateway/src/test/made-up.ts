import {
  GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  type GraphQLTypeResolver,
  getNamedType,
  isAbstractType,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
} from "graphql";

/** An object that was made up remembers of what, so that its fields differ from those of its siblings. */
const origin = Symbol("origin");

interface MadeUp {
  [origin]?: string;
  [field: string]: unknown;
}

/**
 * Answers whatever a schema asks, out of nothing: what an object is known by, the field and its arguments decide the
 * answer, so that it is the same each time. Here and there a null, a hole in a list, an error, an unknown entity.
 */
export const madeUpField: GraphQLFieldResolver<MadeUp | undefined, unknown> = (source, args, _, info) => {
  const known = source?.[info.fieldName];
  if (known !== undefined) return known;
  return madeUp(info.returnType, `${seedOf(source)} ${info.fieldName} ${JSON.stringify(args)}`);
};

export const madeUpType: GraphQLTypeResolver<MadeUp, unknown> = (source, _, { schema }, type) => {
  const possible = schema.getPossibleTypes(type).map(({ name }) => name);
  const declared = source.__typename;
  return typeof declared === "string" && possible.includes(declared)
    ? declared
    : possible[digest(seedOf(source)) % possible.length];
};

/** What a subgraph answers when it is asked about an entity, of one of these types, by its key. */
export function madeUpEntity(types: readonly string[]): (reference: object) => object | null {
  return (reference) => {
    const chance = digest(JSON.stringify(reference));
    return chance % 11 === 0 ? null : { ...reference, __typename: types[chance % types.length] };
  };
}

/** What the subgraph was told of an object is part of what decides about it: required fields as well as keys. */
function seedOf(source: MadeUp | undefined): string {
  return source?.[origin] ?? JSON.stringify(source ?? {});
}

function madeUp(type: GraphQLOutputType, seed: string): unknown {
  const chance = digest(seed);
  if (chance % 41 === 0) throw new GraphQLError("Made up to fail.", { extensions: { code: "MADE_UP" } });
  if (isNonNullType(type)) return whatever(type.ofType, seed);
  return chance % 7 === 0 ? null : whatever(type, seed);
}

function whatever(type: GraphQLOutputType, seed: string): unknown {
  const chance = digest(`${seed}=`);
  if (isNonNullType(type)) return whatever(type.ofType, seed);
  if (isListType(type))
    return Array.from({ length: chance % 4 }, (_, index) => elementOf(type.ofType, `${seed}[${index}]`));
  const named = getNamedType(type);
  if (isEnumType(named)) return named.getValues()[chance % named.getValues().length]?.value;
  if (isLeafType(named)) return leaf(named.name, chance);
  return isAbstractType(named) || "getFields" in named ? { [origin]: `${chance}` } : null;
}

function elementOf(type: GraphQLOutputType, seed: string): unknown {
  return !isNonNullType(type) && digest(seed) % 5 === 0 ? null : whatever(type, seed);
}

function leaf(name: string, chance: number): unknown {
  const leaves: Readonly<Record<string, unknown>> = {
    Int: chance % 100,
    Float: (chance % 100) + 0.5,
    Boolean: chance % 2 === 0,
    ID: `id-${chance % 5}`,
    String: `text ${chance % 9}`,
  };
  return leaves[name] ?? `${name} ${chance % 9}`;
}

/** FNV-1a, with its bits stirred: near texts must not share their chances. */
function digest(text: string): number {
  let sum = 2_166_136_261;
  for (const character of text) sum = Math.imul(sum ^ (character.codePointAt(0) ?? 0), 16_777_619);
  sum = Math.imul(sum ^ (sum >>> 15), 2_246_822_507);
  return (sum ^ (sum >>> 13)) >>> 0;
}
