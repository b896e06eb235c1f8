import type { Caller } from "./caller.js";

/** What is fetched: JSON in two parts. */
export interface Fetch {
  /** An object left open, with the query's text and name: the same each time. */
  queryPrefix: string;
  variables: string;
}

/** Sends a fetch for a caller, and resolves to the text of the answer. */
export type SendFetch = (subgraph: string, fetch: Fetch, caller: Caller) => Promise<string>;

/** A fetch by itself: one request, signed for its viewer. */
export function bodyOf({ queryPrefix, variables }: Fetch): string {
  return `${queryPrefix},"variables":${variables}}`;
}
