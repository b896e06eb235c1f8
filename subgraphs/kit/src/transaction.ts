import type { Context } from "./context.js";

/** Does the work in one transaction: state, events and audit rows commit together or not at all. */
export function transaction<S, T>(
  context: Context<S>,
  work: (context: Context<S>) => Promise<T>,
): Promise<T> {
  return context.em.transactional((em) => work({ ...context, em: em as Context<S>["em"] }));
}
