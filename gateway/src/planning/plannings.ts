import { Supergraph } from "@apollo/federation-internals";
import { QueryPlanner } from "@apollo/query-planner";
import { plannerConfig } from "./planner-config.js";
import type { Planning } from "./planning.js";
import { rewriteSupergraph } from "./rewritten-supergraph.js";

/** What operations are planned with. It takes seconds for a large supergraph, so it is made before anybody waits for it. */
export interface Plannings {
  /** Makes it for a supergraph that is about to be served. Throws when that cannot be planned over. */
  prepare(sdl: string): void;
  /** Of the supergraph that is served; made now where nobody prepared it. */
  of(sdl: string): Planning;
}

export function createPlannings(): Plannings {
  /** The one in use and the one that is about to be: both are asked for while a supergraph changes. */
  let known: readonly { sdl: string; planning: Planning }[] = [];
  const of = (sdl: string): Planning => {
    const before = known.find((each) => each.sdl === sdl);
    if (before) return before.planning;
    const made = { sdl, planning: planningOver(sdl) };
    known = [...known.slice(-1), made];
    return made.planning;
  };
  return { of, prepare: (sdl) => void of(sdl) };
}

function planningOver(sdl: string): Planning {
  const rewritten = rewriteSupergraph(sdl);
  // The stock executor has validated the supergraph as it came; here a field may be external and no longer used.
  const supergraph = Supergraph.build(rewritten.document, { validateSupergraph: false });
  const apiSchema = supergraph.apiSchema();
  return {
    planner: new QueryPlanner(supergraph, plannerConfig),
    apiSchema,
    schema: apiSchema.toGraphQLJSSchema(),
    supergraphSchema: supergraph.schema.toGraphQLJSSchema(),
    rewritten,
    subgraphs: supergraph.subgraphs(),
  };
}
