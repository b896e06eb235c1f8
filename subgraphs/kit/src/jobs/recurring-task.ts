import type { Context } from "../context.js";

/**
 * Work that comes round again and again, such as taking away what has run out. Several copies of a subgraph do the same
 * task, so it locks what it takes (`for update skip locked`). A single piece of work that must be done later is a job.
 */
export interface RecurringTask<S> {
  name: string;
  /** How often to look, in milliseconds. */
  everyMs: number;
  /** Does a piece of the work; false when there was none. Throwing means: again later. */
  run: (context: Context<S>) => Promise<boolean>;
}
