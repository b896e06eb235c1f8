import type { Schema, Subgraphs } from "@apollo/federation-internals";
import type { QueryPlanner } from "@apollo/query-planner";
import type { GraphQLSchema } from "graphql";
import type { RewrittenSupergraph } from "./rewritten-supergraph.js";

/** What operations over one supergraph are planned with. */
export interface Planning {
  planner: QueryPlanner;
  /** What clients are shown, and operations are validated against. */
  clientSchema: GraphQLSchema;
  /** The same as the planner knows it, and as graphql-js does: with fields that the rewriting added. */
  apiSchema: Schema;
  schema: GraphQLSchema;
  /** With what only subgraphs know. */
  supergraphSchema: GraphQLSchema;
  rewritten: RewrittenSupergraph;
  subgraphs: Subgraphs;
}
