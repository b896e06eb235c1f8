import type { GraphQLFormattedError } from "graphql";
import { type Data, isData } from "./merge.js";

/** What a subgraph says to a fetch. */
export interface SubgraphAnswer {
  data?: Data | null;
  errors?: GraphQLFormattedError[];
}

/**
 * Whether what came is an answer. Without data and without an error it is none, though it be JSON: so a subgraph's door
 * says that something failed before GraphQL was asked.
 */
export function isAnswer(said: unknown): said is SubgraphAnswer {
  if (!isData(said)) return false;
  return isData(said.data) || (Array.isArray(said.errors) && said.errors.length > 0);
}
