import type { ApolloServerPlugin } from "@apollo/server";
import { createLog } from "@campus-graph/kit/ops/log";
import { assembleExecutor } from "../execution/assemble-executor.js";
import type { Gateway } from "../gateway.js";
import { answerGraphQL } from "../http/graphql-handler.js";
import { createReadyz, healthz } from "../http/health.js";
import { type Routes, startHttpServer } from "../http/server.js";
import { noMetrics } from "../observability/metrics.js";
import { reportFaults } from "../observability/subgraph-faults.js";
import { createDocumentStore } from "../operations/document-store.js";
import { noLimits } from "../operations/limits.js";
import { createOperationPipeline } from "../operations/operation-pipeline.js";
import { defaultMaxAnswerBytes } from "../settings.js";
import { connectSubgraphs } from "../subgraphs/connect-subgraphs.js";
import type { SupergraphSource } from "../subgraphs/follow-supergraph.js";
import type { PassHeaders } from "../subgraphs/passed-headers.js";
import { unsigned } from "../subgraphs/sign.js";
import { createRealtime } from "../subscriptions/realtime.js";
import { defaultTails, unlimitedSockets } from "../subscriptions/subscription-limits.js";
import { withoutBus } from "../viewer/bus/bus-link.js";
import { withoutSignIn } from "../viewer/sign-in.js";

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
  await using opened = new AsyncDisposableStack();
  const log = createLog("gateway", logLevel);
  const subgraphs = opened.use(
    connectSubgraphs({
      source,
      sign: unsigned,
      isSigned: false,
      timeoutMs: fetchTimeoutMs,
      maxAnswerBytes: defaultMaxAnswerBytes,
      log,
    }),
  );
  const { supergraph, client } = subgraphs;
  const documentStore = createDocumentStore();
  supergraph.onChange(documentStore.clear);
  const { executor, schemas } = opened.use(
    await assembleExecutor({ supergraph, client, onFault: reportFaults(log, noMetrics), log }),
  );
  const { sessions, revocations } = withoutBus();
  const { authenticate } = withoutSignIn;
  const anyone = {
    authenticate,
    sessions,
    revocations,
    allowsOrigin: () => true,
    publicUrl: null,
    behindProxy: false,
    passHeaders,
    exposeErrors: true,
  };
  const pipeline = opened.adopt(
    await createOperationPipeline({
      ...anyone,
      execute: executor.execute,
      schemas,
      limits: noLimits,
      safelist: null,
      introspection: true,
      documentStore,
      plugins,
      log,
      // Whose graph it is, nobody knows here.
      isPublic: () => false,
      skipCsrf: true,
    }),
    (each) => each.stop(),
  );
  const { bodyBytes } = noLimits;
  const connections = opened.use(
    createRealtime({
      ...anyone,
      ...subgraphs,
      path: "/graphql",
      executor,
      run: pipeline.run,
      limits: { ...unlimitedSockets, bodyBytes },
      timing: defaultTails,
      followsTails: false,
      // Nobody is known, so that nobody is the same as another.
      shares: false,
      log,
    }),
  );
  const graphql = answerGraphQL({
    ...anyone,
    ...pipeline,
    bodyBytes,
    stream: connections.stream,
    page: null,
  });

  let isDraining = false;
  const routes: Routes = [
    ["/graphql", graphql],
    ["/healthz", healthz],
    ["/readyz", createReadyz(() => (isDraining ? ["draining"] : []))],
  ];
  // A fetch ends well before its client's connection would, and several may follow each other.
  const stuckMs = 10 * fetchTimeoutMs;
  const server = opened.adopt(
    await startHttpServer({ host, port, routes, upgrade: connections.upgrade, log, stuckMs }),
    (each) => each.close(),
  );
  const resources = opened.move();
  return {
    url: server.url,
    operatorUrl: null,
    async stop() {
      isDraining = true;
      await connections[Symbol.asyncDispose]();
      await resources.disposeAsync();
    },
  };
}
