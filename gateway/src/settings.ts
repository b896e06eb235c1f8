import type { ApolloServerPlugin } from "@apollo/server";
import type { Keys } from "@campus-graph/kit/auth/keys";
import { type AllowedOrigins, readAllowedOrigins } from "@campus-graph/kit/http/origins";
import type { Mode } from "@campus-graph/kit/ops/config";
import { defaultLimits, type Limits } from "./operations/limits.js";
import type { Manifest } from "./operations/manifest.js";
import type { SupergraphSource } from "./subgraphs/follow-supergraph.js";
import type { TailTiming } from "./subscriptions/subscription-limits.js";
import { defaultSockets, defaultTails, type SocketLimits } from "./subscriptions/subscription-limits.js";

export const defaultMaxAnswerBytes = 16 * 1024 * 1024;

export const defaultFetchTimeoutMs = 10_000;

export const defaultBusSilenceMs = 120_000;

/** Everything the gateway needs to run, with its defaults below. `read-environment.ts` reads it from the environment. */
export interface GatewayConfig {
  mode: Mode;
  host: string;
  /** 0 picks a free port. */
  port: number;
  /** The gateway's address as browsers see it and as tokens name it; no slash at its end. */
  publicUrl: string;
  supergraph: SupergraphSource;
  /** Holds a ring `viewer:<subgraph>` for every subgraph. */
  keys: Keys;
  /** The bus whose events are consumed; null: tails poll at their slow interval only, and sign-outs are not noticed. */
  busUrl: string | null;
  /** What its instance id is kept in, so that it takes its own place again after a kill; null: each start is a new one. */
  instanceFolder: string | null;
  /** Where the demo's mails are shown; null: `/mail` is not there. */
  mailboxUrl: string | null;
  /** Where the demo's partner serves its page; null: `/wallet/` is not there. */
  walletUrl: string | null;
  /** Folder of the built parents' app, served at `/parent/`; null: it is not there. */
  parentApp: string | null;
  /** Folder of the built school console, served at `/school/`; null: it is not there. */
  schoolConsole: string | null;
  /** Folder of the built documentation, served at `/docs/`; null: it is not there. */
  docs: string | null;
  /** Folder of the example operations that the IDE offers; null: none. */
  operations: string | null;
  /** The operations of known clients; null: none are known. */
  manifest: Manifest | null;
  /** Whether nothing but the manifest's operations runs. */
  onlyListed: boolean;
  /** Origins of browser apps, beside our own, that may use the graph: over HTTP, event stream and WebSocket alike. */
  allowedOrigins: AllowedOrigins;
  /** Whether a balancer in front says the client's address in `x-forwarded-for`. */
  behindProxy: boolean;
  /** How long one fetch from a subgraph may take. */
  fetchTimeoutMs: number;
  /** The largest answer that is taken from a subgraph, and the largest message of one that streams. */
  maxAnswerBytes: number;
  /** How long the bus may be silent before sign-outs count as unknown and sessions are refused. */
  busSilenceMs: number;
  /** Where `/metrics` is, on the loopback or `operatorHost`; null: nowhere. 0 picks a free port. */
  operatorPort: number | null;
  operatorHost: string;
  /** Where traces are sent, by OTLP over HTTP; null: nowhere. */
  tracesUrl: string | null;
  /** How long it goes on answering after `/readyz` has turned to no, so that balancers have noticed. */
  drainGraceMs: number;
  limits: Limits;
  tails: TailTiming;
  sockets: SocketLimits;
  /** Apollo Server plugins of the operator's, beside our own. */
  plugins: readonly ApolloServerPlugin[];
  logLevel: string;
}

type Defaulted =
  | "host"
  | "port"
  | "busUrl"
  | "instanceFolder"
  | "mailboxUrl"
  | "walletUrl"
  | "operations"
  | "parentApp"
  | "schoolConsole"
  | "docs"
  | "manifest"
  | "onlyListed"
  | "allowedOrigins"
  | "behindProxy"
  | "fetchTimeoutMs"
  | "maxAnswerBytes"
  | "busSilenceMs"
  | "operatorPort"
  | "operatorHost"
  | "tracesUrl"
  | "drainGraceMs"
  | "plugins"
  | "logLevel";

/** A configuration of which only what has no sensible default must be given. */
export type GatewaySettings = Omit<GatewayConfig, Defaulted | "limits" | "tails" | "sockets"> &
  Partial<Pick<GatewayConfig, Defaulted>> & {
    limits?: Partial<Limits>;
    tails?: Partial<TailTiming>;
    sockets?: Partial<SocketLimits>;
  };

export function withDefaults(settings: GatewaySettings): GatewayConfig {
  return {
    host: "127.0.0.1",
    port: 0,
    busUrl: null,
    instanceFolder: null,
    mailboxUrl: null,
    walletUrl: null,
    operations: null,
    parentApp: null,
    schoolConsole: null,
    docs: null,
    manifest: null,
    onlyListed: false,
    allowedOrigins: readAllowedOrigins({}, settings.mode),
    behindProxy: false,
    fetchTimeoutMs: defaultFetchTimeoutMs,
    maxAnswerBytes: defaultMaxAnswerBytes,
    busSilenceMs: defaultBusSilenceMs,
    operatorPort: null,
    operatorHost: "127.0.0.1",
    tracesUrl: null,
    drainGraceMs: 0,
    plugins: [],
    logLevel: "info",
    ...settings,
    limits: { ...defaultLimits, ...settings.limits },
    tails: { ...defaultTails, ...settings.tails },
    sockets: { ...defaultSockets, ...settings.sockets },
  };
}
