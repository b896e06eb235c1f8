/** What one request may ask for, over HTTP and WebSocket alike. */
export interface Limits {
  /** Fields within fields, the root's being 1. */
  depth: number;
  /** Fields under a name of their own. */
  aliases: number;
  /** Directives in the whole document. */
  directives: number;
  /** Directives on one and the same element. */
  directivesAtOnce: number;
  /** Fields selected again where they are selected already; they add nothing but work. */
  repeatedFields: number;
  /** Fields, a fragment's counted as often as it is spread: what planning has to walk through. */
  fields: number;
  /** Lexical tokens of the document, counted while it is read. */
  tokens: number;
  /** Objects that an answer may hold at most, by the sizes that the operation asks of its lists. */
  cost: number;
  /** What a list counts that names no size. */
  unnamedListSize: number;
  /** Bytes of a request's body, or of one socket message. */
  bodyBytes: number;
}

export const defaultLimits: Limits = {
  depth: 14,
  aliases: 30,
  directives: 30,
  directivesAtOnce: 3,
  repeatedFields: 20,
  fields: 2_000,
  tokens: 2_000,
  cost: 5_000,
  unnamedListSize: 5,
  bodyBytes: 512 * 1024,
};

export const noLimits: Limits = {
  depth: Number.POSITIVE_INFINITY,
  aliases: Number.POSITIVE_INFINITY,
  directives: Number.POSITIVE_INFINITY,
  directivesAtOnce: Number.POSITIVE_INFINITY,
  repeatedFields: Number.POSITIVE_INFINITY,
  fields: Number.POSITIVE_INFINITY,
  tokens: Number.POSITIVE_INFINITY,
  cost: Number.POSITIVE_INFINITY,
  unnamedListSize: 1,
  bodyBytes: 64 * 1024 * 1024,
};
