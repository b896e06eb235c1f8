import type { Context } from "@campus-graph/kit/context";
import type { InTurn } from "./use-cases/in-turn.js";

/** What roster needs beyond what the kit gives. */
export interface RosterServices {
  /** Whose turn it is to enter a school's books, among the imports of this process. */
  readonly imports: InTurn;
}

export type RosterContext = Context<RosterServices>;
