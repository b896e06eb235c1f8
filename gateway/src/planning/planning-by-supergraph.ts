import { setImmediate as nextTurn } from "node:timers/promises";
import { type Schema, type Subgraphs, Supergraph } from "@apollo/federation-internals";
import { QueryPlanner } from "@apollo/query-planner";
import type { GraphQLSchema } from "graphql";
import { plannerConfig } from "./planner-config.js";
import { type RewrittenSupergraph, rewriteSupergraph } from "./rewritten-supergraph.js";

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

/** What operations are planned with. It takes seconds for a large supergraph, so it is made before anybody waits for it. */
export interface PlanningBySupergraph {
  /**
   * Makes it for a supergraph that is about to be served, in slices, between which the operations that run go on.
   * Rejects when that supergraph cannot be planned over.
   */
  prepare(sdl: string): Promise<void>;
  /** Of the supergraph that is served; made now where nobody prepared it. */
  of(sdl: string): Planning;
}

export function createPlanningBySupergraph(): PlanningBySupergraph {
  /** The one in use and the next one: both are needed while a supergraph changes. */
  let known: readonly { sdl: string; planning: Planning }[] = [];
  const find = (sdl: string) => known.find((each) => each.sdl === sdl)?.planning;
  const keep = (sdl: string, planning: Planning): Planning => {
    known = [...known.slice(-1), { sdl, planning }];
    return planning;
  };
  return {
    of(sdl) {
      const before = find(sdl);
      if (before) return before;
      const slices = planningOver(sdl);
      for (;;) {
        const slice = slices.next();
        if (slice.done) return keep(sdl, slice.value);
      }
    },
    async prepare(sdl) {
      if (find(sdl)) return;
      const slices = planningOver(sdl);
      for (;;) {
        const slice = slices.next();
        if (slice.done) return void keep(sdl, slice.value);
        await nextTurn();
      }
    },
  };
}

/** Stops between its slices: none of them can be interrupted, and together they take seconds. */
function* planningOver(sdl: string): Generator<void, Planning> {
  // Throws for a supergraph that is not valid, or asks for what nobody here can do.
  const composed = Supergraph.build(sdl);
  yield;
  const rewritten = rewriteSupergraph(sdl);
  yield;
  // A field that the composed supergraph needs may be external and no longer used in this one.
  const supergraph = Supergraph.build(rewritten.document, { validateSupergraph: false });
  yield;
  const apiSchema = supergraph.apiSchema();
  yield;
  const planner = new QueryPlanner(supergraph, plannerConfig);
  yield;
  const schema = apiSchema.toGraphQLJSSchema();
  yield;
  const supergraphSchema = supergraph.schema.toGraphQLJSSchema();
  yield;
  const clientSchema = rewritten.specialised.size === 0 ? schema : composed.apiSchema().toGraphQLJSSchema();
  const subgraphs = supergraph.subgraphs();
  return { planner, clientSchema, apiSchema, schema, supergraphSchema, rewritten, subgraphs };
}
