import { ofRequests } from "./of-requests.js";

/** Counts the SQL statements that are sent while GraphQL requests are served. */
export interface StatementCounter {
  /** The listener that each subgraph calls with its statements. */
  listenerFor(subgraph: string): (statement: string) => void;
  /** Runs the work; how many statements each subgraph sent for it. */
  count(work: () => Promise<unknown>): Promise<Record<string, number>>;
}

export function createStatementCounter(): StatementCounter {
  let counts: Record<string, number> = {};
  return {
    listenerFor: (subgraph) =>
      ofRequests(() => {
        counts[subgraph] = (counts[subgraph] ?? 0) + 1;
      }, "/graphql"),
    async count(work) {
      counts = {};
      await work();
      return counts;
    },
  };
}
