import { type DocumentNode, GraphQLError, type GraphQLSchema, parse } from "graphql";
import { type GatewayCode, GatewayRefusal } from "../errors.js";
import { createCost } from "./cost.js";
import { type Keep, KeptDocuments } from "./kept-documents.js";
import type { Limits } from "./limits.js";
import { type Measured, measure } from "./measure.js";

/** What a client asked to run, as it came. */
export interface Asked {
  query: string;
  operationName?: string | undefined;
  variables?: Readonly<Record<string, unknown>> | undefined;
}

/** Reads an operation and refuses what is too much, before anything validates, plans or runs it. */
export type Screen = (asked: Asked) => DocumentNode;

const measures: readonly (readonly [what: keyof Measured, code: GatewayCode])[] = [
  ["depth", "QUERY_TOO_DEEP"],
  ["aliases", "TOO_MANY_ALIASES"],
  ["directives", "TOO_MANY_DIRECTIVES"],
  ["directivesAtOnce", "TOO_MANY_DIRECTIVES"],
  ["repeatedFields", "TOO_MANY_FIELDS"],
  ["fields", "TOO_MANY_FIELDS"],
];

/** Texts longer than this are read anew each time, so that what is kept stays small. */
const longestKept = 16_000;
export const documentsKept: Keep = { documents: 1_000, characters: 2_000_000 };

interface Keeping {
  kept?: KeptDocuments;
  /** Whether a document is worth keeping: where only listed ones run, nobody may drive those out by others. */
  mayKeep?: (document: DocumentNode) => boolean;
}

export function createScreen(
  limits: Limits,
  schema: () => GraphQLSchema,
  { kept = new KeptDocuments(documentsKept), mayKeep = () => true }: Keeping = {},
): Screen {
  const costOf = createCost(schema, limits);

  const read = (query: string): DocumentNode => {
    // What depends on the text alone is decided once per text.
    const known = kept.get(query);
    if (known) return known;
    const document = parseWithin(query, limits.tokens);
    const measured = measure(document);
    for (const [what, code] of measures) if (measured[what] > limits[what]) throw new GatewayRefusal(code);
    if (query.length <= longestKept && mayKeep(document)) kept.keep(query, document);
    return document;
  };

  return (asked) => {
    const document = read(asked.query);
    // Sizes of lists may stand in variables, so the cost belongs to the request.
    if (costOf(document, asked) > limits.cost) throw new GatewayRefusal("QUERY_TOO_COSTLY");
    return document;
  };
}

function parseWithin(query: string, maxTokens: number): DocumentNode {
  try {
    return parse(query, Number.isFinite(maxTokens) ? { maxTokens } : {});
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    if (/more that \d+ tokens|more than \d+ tokens/.test(error.message))
      throw new GatewayRefusal("TOO_MANY_TOKENS");
    const { message, source, positions } = error;
    throw new GraphQLError(message, { source, positions, extensions: { code: "GRAPHQL_PARSE_FAILED" } });
  }
}
