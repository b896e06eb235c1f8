/** How often and how much live tails read. */
export interface TailTiming {
  /** Notices read at once. */
  pageSize: number;
  /** How often the feeds' subgraphs are polled, in case the bus has lost a notification. */
  slowIntervalMs: number;
  /** How long a tail waits after its own subgraph failed to answer; each further time twice as long. */
  retryMs: number;
  /** Pages that are read at the same time, over all sockets. */
  concurrentReads: number;
}

/** What one socket, one viewer and one address may hold. */
export interface SocketLimits {
  perViewer: number;
  perAddress: number;
  subscriptionsPerSocket: number;
  /** What a socket says beyond that is read in the next second. */
  messagesPerSecond: number;
  /** How long a new socket may stay without `connection_init`. */
  initTimeoutMs: number;
  /** How often a socket is pinged; one that does not answer until the next ping is cut. */
  pingIntervalMs: number;
}

export const defaultSockets: SocketLimits = {
  perViewer: 20,
  perAddress: 1_000,
  subscriptionsPerSocket: 20,
  messagesPerSecond: 100,
  initTimeoutMs: 5_000,
  pingIntervalMs: 25_000,
};

const unbounded = Number.POSITIVE_INFINITY;

export const unlimitedSockets: SocketLimits = {
  ...defaultSockets,
  perViewer: unbounded,
  perAddress: unbounded,
  subscriptionsPerSocket: unbounded,
  messagesPerSecond: unbounded,
};

export const defaultTails: TailTiming = {
  pageSize: 50,
  slowIntervalMs: 15_000,
  retryMs: 1_000,
  concurrentReads: 1_000,
};
