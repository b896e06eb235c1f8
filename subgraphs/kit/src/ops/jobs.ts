import type { Context } from "../context.js";

/**
 * Durable work that no request waits for, such as sending mail: what is to be done stands in a table, the job does it.
 * Several copies of a subgraph run the same job, so a job locks what it takes (`for update skip locked`).
 */
export interface Job<S> {
  name: string;
  /** How often to look when nobody woke it, in milliseconds. */
  everyMs: number;
  /** Does a piece of the work; false when there was none. Throwing means: again later. */
  run: (context: Context<S>) => Promise<boolean>;
}
