import type { ApolloServerPlugin } from "@apollo/server";
import { createLog } from "@campus-graph/kit/log";
import { defaultMaxAnswerBytes } from "./config.js";
import { createOwnExecutor } from "./execution/own-executor.js";
import { createStockExecutor } from "./execution/stock-executor.js";
import type { Gateway } from "./gateway.js";
import { answerGraphQL } from "./http/graphql.js";
import { createReadyz, healthz } from "./http/health.js";
import { openDoor, type Routes } from "./http/server.js";
import { tellFaults } from "./observability/subgraph-faults.js";
import { createDocumentStore } from "./operations/document-store.js";
import { noLimits } from "./operations/limits.js";
import { createOperationPipeline } from "./operations/pipeline.js";
import { createPlannings } from "./planning/plannings.js";
import { createSubgraphClient } from "./subgraphs/client.js";
import { createDataSource } from "./subgraphs/data-source.js";
import type { PassHeaders } from "./subgraphs/passed-headers.js";
import { unsigned } from "./subgraphs/sign.js";
import { followSupergraph, type SupergraphSource } from "./subgraphs/supergraph.js";
import { defaultSockets } from "./subscriptions/limits.js";
import { createPassthrough } from "./subscriptions/passthrough.js";
import { serveSubscriptions } from "./subscriptions/serve.js";
import { createSockets } from "./subscriptions/sockets.js";
import { serveStreams } from "./subscriptions/streams.js";
import { createUpstreams } from "./subscriptions/upstreams.js";
import { everyoneAnonymous } from "./viewer/authenticate.js";
import { createWithdrawals } from "./viewer/revocations.js";
import { createSessions } from "./viewer/sessions.js";

interface OpenSettings {
  host: string;
  port: number;
  supergraph: SupergraphSource;
  logLevel: string;
  /** Apollo Server plugins of the operator's. */
  plugins?: readonly ApolloServerPlugin[];
  /** Which headers of a client's request go along with its fetches; left out: none. */
  passHeaders?: PassHeaders;
  /** How long one fetch from a subgraph may take. */
  fetchTimeoutMs?: number;
}

/** The gateway alone, over anybody's supergraph: no sign-in, no limits, nothing signed, nothing hidden. */
export async function createOpenGateway({
  host,
  port,
  supergraph: source,
  logLevel,
  plugins = [],
  passHeaders = () => undefined,
  fetchTimeoutMs = 30_000,
}: OpenSettings): Promise<Gateway> {
  const log = createLog("gateway", logLevel);
  const supergraph = followSupergraph(source, log);
  const toSubgraphs = {
    subgraphs: () => supergraph.current().subgraphs,
    sign: unsigned,
    isSigned: false,
    timeoutMs: fetchTimeoutMs,
    maxAnswerBytes: defaultMaxAnswerBytes,
    onFailure: (subgraph: string, err: unknown) => log.warn({ subgraph, err }, "a subgraph gives no answer"),
  };
  const client = createSubgraphClient(toSubgraphs);
  const upstreams = createUpstreams(toSubgraphs);
  const dataSource = (name: string) => createDataSource(name, client);
  const plannings = createPlannings();
  // Before the stock executor's, so that one which cannot be planned over is taken up by neither.
  supergraph.onChange(({ sdl }) => plannings.prepare(sdl));
  const stock = await createStockExecutor({ supergraph, dataSource, log });
  const executor = createOwnExecutor({
    client,
    sdl: () => supergraph.current().sdl,
    plannings,
    stock,
    log,
    onFault: tellFaults(log, null),
  });
  const anyone = {
    authenticate: everyoneAnonymous,
    allowsOrigin: () => true,
    behindProxy: false,
    passHeaders,
  };
  const unbounded = Number.POSITIVE_INFINITY;
  const sockets = createSockets({ perAddress: unbounded, perViewer: unbounded });
  supergraph.onChange(sockets.closeAll);
  const sessions = createSessions({ silenceMs: null });
  const withdrawals = createWithdrawals({ leaseMs: null });
  const documentStore = createDocumentStore();
  supergraph.onChange(documentStore.clear);
  const pipeline = await createOperationPipeline({
    execute: executor.execute,
    schemas: stock,
    authenticate: everyoneAnonymous,
    sessions,
    withdrawals,
    limits: noLimits,
    safelist: null,
    introspection: true,
    documentStore,
    plugins,
    log,
    // Whose graph it is, nobody knows here.
    isPublic: () => false,
    skipCsrf: true,
    exposeErrors: true,
  });
  const subscribe = createPassthrough({
    executor,
    upstreams,
    supergraph: supergraph.current,
    sessions,
    withdrawals,
    pace: { retryMs: 1_000, slowIntervalMs: 15_000 },
    log,
    shares: false,
    exposeErrors: true,
  });
  const operations = { ...anyone, run: pipeline.run, subscribe, sockets };
  const subscriptions = serveSubscriptions({
    ...operations,
    path: "/graphql",
    limits: {
      perAddress: unbounded,
      perViewer: unbounded,
      subscriptionsPerSocket: unbounded,
      messagesPerSecond: unbounded,
      bodyBytes: noLimits.bodyBytes,
      initTimeoutMs: defaultSockets.initTimeoutMs,
      pingIntervalMs: defaultSockets.pingIntervalMs,
    },
    log,
  });
  const graphql = answerGraphQL({
    ...anyone,
    ...pipeline,
    exposeErrors: true,
    stream: serveStreams({
      ...operations,
      bodyBytes: noLimits.bodyBytes,
      pingIntervalMs: defaultSockets.pingIntervalMs,
    }),
    bodyBytes: noLimits.bodyBytes,
    page: null,
  });
  plannings.prepare(supergraph.current().sdl);
  let isDraining = false;
  const routes: Routes = [
    ["/graphql", graphql],
    ["/healthz", healthz],
    ["/readyz", createReadyz(() => (isDraining ? ["draining"] : []))],
  ];
  // A fetch ends well before its client's connection would, and several may follow each other.
  const stuckMs = 10 * fetchTimeoutMs;
  const door = await openDoor({ host, port, routes, upgrade: subscriptions.upgrade, log, stuckMs });
  return {
    url: door.url,
    operatorUrl: null,
    async stop() {
      isDraining = true;
      sockets.closeAll();
      await subscriptions.close();
      await door.close();
      await upstreams.close();
      await pipeline.stop();
      await stock.stop();
      supergraph.stop();
      await client.close();
    },
  };
}
