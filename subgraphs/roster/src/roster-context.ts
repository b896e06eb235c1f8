import type { Context } from "@campus-graph/kit/context";

/** Roster needs nothing beyond what the kit gives. */
export type RosterServices = Record<string, never>;

export type RosterContext = Context<RosterServices>;
