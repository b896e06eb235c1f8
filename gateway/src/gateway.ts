import { setTimeout } from "node:timers/promises";
import { isAllowedOrigin } from "@campus-graph/kit/http/origins";
import { followKeys } from "@campus-graph/kit/ops/follow-keys";
import { createLog } from "@campus-graph/kit/ops/log";
import { startTracing } from "@campus-graph/kit/ops/tracing-start";
import { demoRoutes } from "./demo-routes.js";
import { assembleExecutor } from "./execution/assemble-executor.js";
import { retryOnRevocation } from "./execution/retry-on-revocation.js";
import { serveBuiltApps } from "./http/built-apps.js";
import { answerGraphQL } from "./http/graphql-handler.js";
import type { AllowsOrigin } from "./http/headers.js";
import { createReadyz, healthz } from "./http/health.js";
import { partnerApi } from "./http/partner-api.js";
import { forwardedToSubgraphs } from "./http/proxied-routes.js";
import { type HttpServer, type Routes, startHttpServer } from "./http/server.js";
import { createIde } from "./ide/ide.js";
import { createEventFigures } from "./observability/event-figures.js";
import { logAnswers } from "./observability/log-answers.js";
import { createMetrics, type Metrics, noMetrics } from "./observability/metrics.js";
import { startOperatorServer } from "./observability/operator-server.js";
import { reportFaults } from "./observability/subgraph-faults.js";
import { traced, tracedFetches, tracedRequests } from "./observability/trace-executor.js";
import { createDocumentStore } from "./operations/document-store.js";
import { createOperationPipeline } from "./operations/operation-pipeline.js";
import { type GatewaySettings, withDefaults } from "./settings.js";
import { connectSubgraphs } from "./subgraphs/connect-subgraphs.js";
import { createSigner } from "./subgraphs/sign.js";
import { createRealtime, type Realtime } from "./subscriptions/realtime.js";
import { abortOnRevocation } from "./viewer/abort-on-revocation.js";
import { createBusLink, withoutBus } from "./viewer/bus/bus-link.js";
import { createSignIn } from "./viewer/sign-in.js";

export interface Gateway {
  /** Where it listens, without a path. */
  url: string;
  /** Where `/metrics` is; null: nowhere. */
  operatorUrl: string | null;
  /** Says no at `/readyz`, closes sockets so that their clients come back elsewhere, lets requests end. */
  stop(): Promise<void>;
}

/**
 * The one public server. Any number of copies may run, in one process or many: none holds anything of its own. What is
 * opened on the way is closed again, in the opposite order: when it stops, and when it cannot start.
 */
export async function createGateway(settings: GatewaySettings): Promise<Gateway> {
  const config = withDefaults(settings);
  await using opened = new AsyncDisposableStack();
  const log = createLog("gateway", config.logLevel);
  const tracing = opened.adopt(await startTracing("gateway", config.tracesUrl ?? undefined), (each) =>
    each.stop(),
  );
  opened.adopt(followKeys(config.keys, log), (each) => each.stop());
  const subgraphs = opened.use(
    connectSubgraphs({
      source: config.supergraph,
      sign: tracedRequests(createSigner(config.keys), tracing),
      isSigned: true,
      timeoutMs: config.fetchTimeoutMs,
      maxAnswerBytes: config.maxAnswerBytes,
      isStarting: () => !signIn.isReady(),
      log,
    }),
  );
  const { supergraph } = subgraphs;
  const documentStore = createDocumentStore();
  supergraph.onChange(documentStore.clear);
  const metrics: Metrics =
    config.operatorPort === null
      ? noMetrics
      : createMetrics({
          openSockets: () => connections.openSockets(),
          openStreams: () => connections.openStreams(),
          documentsKept: documentStore.count,
          eventFigures: createEventFigures(subgraphs.client, () => supergraph.current().subgraphs.keys()),
        });
  const client = tracedFetches(metrics.measuring(subgraphs.client), tracing);
  const { busUrl, busSilenceMs: silenceMs } = config;
  const bus = opened.use(
    busUrl === null ? withoutBus() : createBusLink({ ...config, url: busUrl, silenceMs }),
  );
  const signIn = opened.use(createSignIn(client, config.publicUrl, bus.sessions));

  const names = config.manifest?.names ?? new Set<string>();
  const { executor: own, schemas } = opened.use(
    await assembleExecutor({
      supergraph,
      client,
      onFault: reportFaults(log, metrics),
      onPlanned: metrics.planned,
      log,
    }),
  );
  const executor = retryOnRevocation(traced(own, tracing, names), bus.revocations);
  const onAnswered = logAnswers(log, names, metrics);
  const trust = { authenticate: signIn.authenticate, sessions: bus.sessions, revocations: bus.revocations };
  const pipeline = opened.adopt(
    await createOperationPipeline({
      ...trust,
      execute: executor.execute,
      schemas,
      limits: config.limits,
      fieldWeights: () => supergraph.current().fieldWeights,
      safelist: config.onlyListed ? config.manifest : null,
      introspection: config.mode !== "production",
      documentStore,
      plugins: config.plugins,
      onAnswered,
      log,
    }),
    (each) => each.stop(),
  );
  const allowsOrigin: AllowsOrigin = (origin) => isAllowedOrigin(config.allowedOrigins, origin);
  const { behindProxy, publicUrl } = config;
  const { bodyBytes } = config.limits;
  const connections: Realtime = opened.use(
    createRealtime({
      ...trust,
      ...subgraphs,
      client,
      path: "/graphql",
      executor,
      run: pipeline.run,
      limits: { ...config.sockets, bodyBytes },
      timing: config.tails,
      followsTails: true,
      shares: true,
      exposeErrors: false,
      allowsOrigin,
      publicUrl,
      behindProxy,
      onDelivery: metrics.delivered,
      onStreamed: metrics.streamed,
      log,
    }),
  );
  const ide = config.mode === "production" ? null : createIde({ ...config, schema: executor.schema });
  const graphql = answerGraphQL({
    ...pipeline,
    allowsOrigin,
    publicUrl,
    behindProxy,
    bodyBytes,
    exposeErrors: false,
    stream: connections.stream,
    onAnswered,
    onUnsent: (subject, response) => abortOnRevocation(subject, response, bus.revocations),
    page: ide?.page ?? null,
  });

  let phase: "starting" | "open" | "draining" = "starting";
  const readyz = createReadyz(() => [
    ...(phase === "open" ? [] : [phase]),
    ...(signIn.isReady() ? [] : ["identity's keys"]),
    ...(bus.isCurrent() ? [] : ["the bus"]),
  ]);
  const { operatorPort } = config;
  const operator =
    operatorPort === null
      ? null
      : opened.adopt(
          await startOperatorServer({ host: config.operatorHost, port: operatorPort, metrics, readyz, log }),
          (each) => each.close(),
        );
  const trustsHost = config.mode !== "production";
  const routes: Routes = [
    ["/graphql", graphql],
    ...partnerApi({ ...pipeline, behindProxy, bodyBytes }),
    ...(ide?.assets ?? []),
    ...(await serveBuiltApps({ ...config, hasIde: ide !== null, log })),
    ["/healthz", healthz],
    ["/readyz", readyz],
    ...forwardedToSubgraphs({ ...config, ...trust, client, trustsHost, allowsOrigin }),
    ...demoRoutes(config, opened),
  ];
  await bus.connect(connections.onNews);
  const { host, port } = config;
  const server = opened.adopt(
    await startHttpServer({ host, port, routes, upgrade: connections.upgrade, log }),
    (each) => each.close(),
  );
  phase = "open";
  log.info({ url: server.url }, "the gateway is open");

  const resources = opened.move();
  return {
    url: server.url,
    operatorUrl: operator?.url ?? null,
    async stop() {
      phase = "draining";
      await drain(server, connections, config.drainGraceMs);
      await resources.disposeAsync();
    },
  };
}

/** Sends everybody elsewhere, and goes on answering for a while, so that a balancer has noticed. */
async function drain(server: HttpServer, connections: Realtime, graceMs: number): Promise<void> {
  server.sendElsewhere();
  await setTimeout(graceMs);
  await connections[Symbol.asyncDispose]();
}
