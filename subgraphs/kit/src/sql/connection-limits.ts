/** For every connection of the events' own: a network that swallows everything ends in an error, never in a wait without end. */
export const limits = {
  connectionTimeoutMillis: 10_000,
  query_timeout: 10_000,
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
} as const;

/** The server, too, is to notice within half a minute that a relay is gone, and let its lock go to another. */
export const noticeDeadPeers =
  "-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3";
