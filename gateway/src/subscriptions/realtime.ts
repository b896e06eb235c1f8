import type { Log } from "@campus-graph/kit/ops/log";
import type { OwnExecutor } from "../execution/own-executor.js";
import type { AllowsOrigin } from "../http/headers.js";
import type { Handler, UpgradeHandler } from "../http/server.js";
import type { RunOverSocket } from "../operations/run-over-socket.js";
import type { ConnectedSubgraphs } from "../subgraphs/connect-subgraphs.js";
import type { PassHeaders } from "../subgraphs/passed-headers.js";
import type { Authenticate } from "../viewer/authenticate.js";
import type { RevocationList } from "../viewer/revocation-list.js";
import type { Sessions } from "../viewer/sessions.js";
import { createConnectionRegister } from "./connection-register.js";
import { createPassthrough } from "./passthrough/passthrough.js";
import { createUpstreams } from "./passthrough/upstreams.js";
import { serveSockets } from "./socket-server.js";
import { serveEventStreams } from "./sse-server.js";
import { createSubscribe, type Subscribe } from "./subscribe.js";
import type { SocketLimits, TailTiming } from "./subscription-limits.js";
import { createWakeUps } from "./tails/wake-ups.js";

/** Everything that stays open: sockets, event streams, and what subgraphs stream to them. */
export interface Realtime extends AsyncDisposable {
  /** Answers those who want a WebSocket. */
  upgrade: UpgradeHandler;
  /** Answers those who want an event stream. */
  stream: Handler;
  /** Some feed may have grown. */
  onNews(): void;
  /** Sends everybody elsewhere. */
  goAway(): void;
  openSockets(): number;
  /** Subscriptions that subgraphs stream to this gateway. */
  openStreams(): ReadonlyMap<string, number>;
}

interface Options extends Pick<ConnectedSubgraphs, "supergraph" | "client" | "connecting"> {
  path: string;
  executor: OwnExecutor;
  /** Runs queries and mutations, and prepares subscriptions. */
  run: RunOverSocket;
  authenticate: Authenticate;
  sessions: Sessions;
  revocations: RevocationList;
  limits: SocketLimits & { bodyBytes: number };
  timing: TailTiming;
  /** Whether subscriptions with `@tail` are read from their lists; otherwise every one is passed through. */
  followsTails: boolean;
  /** Whether those who ask for the same as the same viewer share one subscription upstream. */
  shares: boolean;
  exposeErrors: boolean;
  allowsOrigin: AllowsOrigin;
  /** Whose session cookies count; null: none do. */
  publicUrl: string | null;
  behindProxy: boolean;
  passHeaders?: PassHeaders;
  /** Called with the list's name for each notice. */
  onDelivery?: ((list: string) => void) | undefined;
  /** Called with the subgraph's name for each event that goes out to a subscriber. */
  onStreamed?: ((subgraph: string) => void) | undefined;
  log: Log;
}

export function createRealtime(options: Options): Realtime {
  const { supergraph, client, connecting, sessions, revocations, limits, timing } = options;
  const open = new AsyncDisposableStack();
  const connections = createConnectionRegister(limits);
  sessions.onEnd(connections.end);
  revocations.onRevocation(connections.cutUnsent);
  // Clients subscribe anew to what was planned and validated against the old one.
  supergraph.onChange(connections.closeAll);
  const upstreams = open.adopt(createUpstreams(connecting), (each) => each.close());
  const wakeUps = createWakeUps(client, timing);
  const passthrough = createPassthrough({ ...options, upstreams, supergraph: supergraph.current });
  const subscribe: Subscribe = options.followsTails
    ? createSubscribe({ ...options, supergraph: supergraph.current, wakeUps, passthrough })
    : passthrough;
  const serving = { ...options, subscribe, connections };
  const subscriptions = open.adopt(serveSockets(serving), (each) => each.close());
  open.defer(connections.closeAll);
  return {
    upgrade: subscriptions.upgrade,
    stream: serveEventStreams({ ...serving, ...limits }),
    onNews: wakeUps.wake,
    goAway: connections.closeAll,
    openSockets: connections.count,
    openStreams: upstreams.counts,
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  };
}
