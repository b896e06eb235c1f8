import type { QueryPlannerConfig } from "@apollo/query-planner";

/**
 * Fetches are written without a client's fragments. Of one that it then writes out all the same, the planner forgets the
 * variables; and what a fetch asks for must lie open, to be completed where the planner left something out.
 */
export const plannerConfig: QueryPlannerConfig = { reuseQueryFragments: false };
