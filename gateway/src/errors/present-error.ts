import type { Language, Words } from "@campus-graph/kit/refusals/refusal";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { isGatewayCode, refusals } from "./codes.js";
import { isLibraryCode } from "./library-codes.js";

/** Who reads the error, and the trace by which an operator finds its cause. */
export interface Reader {
  language: Language;
  traceId: string;
  /** Open mode sends errors unchanged, as the subgraphs sent them. */
  exposeErrors?: boolean;
}

/** Codes by which libraries say that they do not know what happened. */
const unknown = new Set(["INTERNAL_SERVER_ERROR", "DOWNSTREAM_SERVICE_ERROR", "INTERNAL"]);

/** Errors with these codes name their subgraph to the client. */
const namingSubgraph = new Set(["SUBGRAPH_UNAVAILABLE", "SUBGRAPH_RESPONSE_INVALID"]);

/** An error as the client gets it: a sentence, where it happened, a stable code, a trace id; nothing else. */
export function presentError(error: GraphQLFormattedError, reader: Reader): GraphQLFormattedError {
  const given = error.extensions ?? {};
  if (reader.exposeErrors) return unmasked(error);
  const code = typeof given.code === "string" && !unknown.has(given.code) ? given.code : "INTERNAL";
  const own = isGatewayCode(code) ? refusals[code] : undefined;
  const fromSubgraph = given.fromSubgraph === true && code !== "INTERNAL" && !namingSubgraph.has(code);
  const keepsWords =
    fromSubgraph || isLibraryCode(code) || (code === "BAD_REQUEST" && given.http === undefined);
  return {
    message: wordsIn(given, reader.language) ?? (own && !keepsWords ? own[reader.language] : error.message),
    ...(error.locations && isLibraryCode(code) ? { locations: error.locations } : {}),
    ...(error.path ? { path: error.path } : {}),
    extensions: {
      code,
      ...(fromSubgraph ? detailsOf(given) : {}),
      ...(!fromSubgraph && typeof given.field === "string" ? { field: given.field } : {}),
      ...(namingSubgraph.has(code) ? { serviceName: given.serviceName } : {}),
      traceId: reader.traceId,
    },
  };
}

/** Words that we chose where we refused. A subgraph's error has its own, in its reader's language already. */
function wordsIn({ words, fromSubgraph }: Readonly<Record<string, unknown>>, language: Language) {
  return fromSubgraph === true ? undefined : (words as Words | undefined)?.[language];
}

function unmasked({
  message,
  locations,
  path,
  extensions = {},
}: GraphQLFormattedError): GraphQLFormattedError {
  const { fromSubgraph, http, words, ...rest } = extensions;
  return { message, ...(locations && { locations }), ...(path && { path }), extensions: rest };
}

/** What a refusal tells its caller to go on with: plain values that stand beside the code. */
function detailsOf(extensions: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { code, traceId, serviceName, fromSubgraph, http, ...rest } = extensions;
  return Object.fromEntries(
    Object.entries(rest).filter(([, value]) => value === null || typeof value !== "object"),
  );
}

export function presentErrors(
  errors: readonly (GraphQLFormattedError | GraphQLError)[],
  reader: Reader,
): GraphQLFormattedError[] {
  return errors.map((error) => presentError(error instanceof GraphQLError ? error.toJSON() : error, reader));
}

/** Whether an error says only that something unexpected happened: such a one is worth a line in the log. */
export function isUnknown(error: GraphQLFormattedError): boolean {
  const code = error.extensions?.code;
  return typeof code !== "string" || unknown.has(code);
}
