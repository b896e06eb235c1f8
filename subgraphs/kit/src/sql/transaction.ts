import type { Context } from "../context.js";

/**
 * Does the work in one transaction: state, events and audit rows commit together or not at all. Within it nothing is
 * loaded together with others, who would not see what it has written.
 */
export function transaction<S, T>(
  { batchScope: _, ...context }: Context<S>,
  work: (context: Context<S>) => Promise<T>,
): Promise<T> {
  return context.em.transactional((em) => work({ ...context, em: em as Context<S>["em"] }));
}
