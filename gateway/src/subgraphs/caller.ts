import type { Viewer } from "@campus-graph/kit/auth/viewer";

/** On whose behalf an operation runs, and until when. Everything that leaves for a subgraph carries it. */
export interface Caller {
  readonly viewer: Viewer;
  readonly traceId: string;
  /** Fires when the client has disconnected: its operation then fetches nothing more. */
  readonly signal: AbortSignal;
  /** Headers of the client's own request that go along; open mode's. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}
