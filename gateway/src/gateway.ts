import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout } from "node:timers/promises";
import { listenToBus } from "@campus-graph/kit/events/postgres-bus";
import { createLog } from "@campus-graph/kit/log";
import { isAllowedOrigin } from "@campus-graph/kit/origins";
import { noTracing } from "@campus-graph/kit/tracing";
import { startTracing } from "@campus-graph/kit/tracing-start";
import { anonymous, type Viewer } from "@campus-graph/kit/viewer";
import { type GatewayConfig, type GatewaySettings, withDefaults } from "./config.js";
import { GatewayRefusal } from "./errors/refusal.js";
import { createOwnExecutor } from "./execution/own-executor.js";
import { createStockExecutor } from "./execution/stock-executor.js";
import { upToDate } from "./execution/up-to-date.js";
import { forwardTo } from "./http/forward.js";
import { answerGraphQL } from "./http/graphql.js";
import { type AllowsOrigin, letting } from "./http/headers.js";
import { createReadyz, healthz } from "./http/health.js";
import { type Handler, openDoor, type Routes } from "./http/server.js";
import { createIde } from "./ide/ide.js";
import { tellAnswered } from "./observability/answered.js";
import { createEventFigures } from "./observability/event-figures.js";
import { createMetrics } from "./observability/metrics.js";
import { openOperatorDoor } from "./observability/operator-server.js";
import { tellFaults } from "./observability/subgraph-faults.js";
import { traced, tracedFetches, tracedRequests } from "./observability/traced.js";
import { createDocumentStore } from "./operations/document-store.js";
import { createOperationPipeline } from "./operations/pipeline.js";
import { createPlannings } from "./planning/plannings.js";
import { createSubgraphClient, type SubgraphClient } from "./subgraphs/client.js";
import { createDataSource } from "./subgraphs/data-source.js";
import { createSigner, unsigned } from "./subgraphs/sign.js";
import { followSupergraph } from "./subgraphs/supergraph.js";
import { newTraceId } from "./subgraphs/trace-id.js";
import { createPassthrough } from "./subscriptions/passthrough.js";
import { serveSubscriptions } from "./subscriptions/serve.js";
import { createSockets } from "./subscriptions/sockets.js";
import { serveStreams } from "./subscriptions/streams.js";
import { createSubscribe } from "./subscriptions/subscribe.js";
import { createUpstreams } from "./subscriptions/upstreams.js";
import { createWakeUps } from "./subscriptions/wake-ups.js";
import { hearWithdrawals } from "./viewer/attend-revocations.js";
import { type Authenticate, createAuthenticate, readOrigin } from "./viewer/authenticate.js";
import { cutWhenWithdrawn } from "./viewer/cut-when-revoked.js";
import { hearEnds } from "./viewer/follow-session-ends.js";
import { takeInstance } from "./viewer/instance.js";
import { awaitKeySets, createKeySetFetch } from "./viewer/key-sets.js";
import { createWithdrawals, type Withdrawals } from "./viewer/revocations.js";
import { createSessions } from "./viewer/sessions.js";
import { createTokenVerifier } from "./viewer/tokens.js";
import { createTokensNotBefore } from "./viewer/tokens-not-before.js";

export interface Gateway {
  /** Where it listens, without a path. */
  url: string;
  /** Where `/metrics` is; null: nowhere. */
  operatorUrl: string | null;
  /** Says no at `/readyz`, closes sockets so that their clients come back elsewhere, lets requests end. */
  stop(): Promise<void>;
}

/** The one public door. Any number of copies may run, in one process or many: none holds anything of its own. */
export async function createGateway(settings: GatewaySettings): Promise<Gateway> {
  const config = withDefaults(settings);
  const log = createLog("gateway", config.logLevel);
  const tracing = await startTracing("gateway", config.tracesUrl ?? undefined);
  const isTraced = tracing !== noTracing;
  const supergraph = followSupergraph(config.supergraph, log);
  const toSubgraphs = {
    subgraphs: () => supergraph.current().subgraphs,
    sign: isTraced ? tracedRequests(createSigner(config.keys), tracing) : createSigner(config.keys),
    timeoutMs: config.fetchTimeoutMs,
    maxAnswerBytes: config.maxAnswerBytes,
    // While everything starts, some are slower than others, and nothing is wrong.
    onFailure: (subgraph: string, err: unknown) =>
      log[keySets.areKnown() ? "warn" : "debug"]({ subgraph, err }, "a subgraph gives no answer"),
  };
  const unmeasured = createSubgraphClient(toSubgraphs);
  const upstreams = createUpstreams(toSubgraphs);
  const sockets = createSockets(config.sockets);
  const figures = createEventFigures(unmeasured, () => supergraph.current().subgraphs.keys());
  const documentStore = createDocumentStore();
  const metrics =
    config.operatorPort === null
      ? null
      : createMetrics({
          openSockets: sockets.count,
          openStreams: upstreams.counts,
          documentsKept: documentStore.count,
          eventFigures: figures,
        });
  const measured = metrics?.measuring(unmeasured) ?? unmeasured;
  const client = isTraced ? tracedFetches(measured, tracing) : measured;
  const names = config.manifest?.names ?? new Set<string>();
  const onAnswered = tellAnswered(log, names, metrics);
  const plannings = createPlannings();
  // Before the stock executor's, so that one which cannot be planned over is taken up by neither.
  supergraph.onChange(({ sdl }) => plannings.prepare(sdl));
  const stock = await createStockExecutor({
    supergraph,
    dataSource: (name) => createDataSource(name, client),
    log,
  });
  const untraced = createOwnExecutor({
    client,
    sdl: () => supergraph.current().sdl,
    plannings,
    stock,
    log,
    onFault: tellFaults(log, metrics),
    ...(metrics ? { onPlanned: metrics.planned } : {}),
  });
  const { busUrl, busSilenceMs: leaseMs } = config;
  const withdrawals = createWithdrawals({ leaseMs: busUrl === null ? null : leaseMs });
  withdrawals.onWithdrawal(sockets.cutUnsent);
  const executor = upToDate(isTraced ? traced(untraced, tracing, names) : untraced, withdrawals);

  const sessions = createSessions({ silenceMs: config.busUrl === null ? null : config.busSilenceMs });
  const fetchKeySet = createKeySetFetch(client, config.publicUrl);
  const authenticate = createAuthenticate(
    createTokenVerifier({
      publicUrl: config.publicUrl,
      fetchKeySet,
      tokensNotBefore: createTokensNotBefore(client),
    }),
    sessions,
  );
  const { schema } = executor;
  const pipeline = await createOperationPipeline({
    execute: executor.execute,
    schemas: stock,
    authenticate,
    sessions,
    withdrawals,
    limits: config.limits,
    fieldWeights: () => supergraph.current().fieldWeights,
    safelist: config.onlyListed ? config.manifest : null,
    introspection: config.mode !== "production",
    documentStore,
    plugins: config.plugins,
    onAnswered,
    log,
  });
  sessions.onEnd(sockets.end);
  // What was planned and checked against the old one is asked anew.
  supergraph.onChange(sockets.closeAll);
  supergraph.onChange(documentStore.clear);
  const wakeUps = createWakeUps(client, config.tails);
  const allowsOrigin: AllowsOrigin = (origin) => isAllowedOrigin(config.allowedOrigins, origin);
  const operations = {
    run: pipeline.run,
    authenticate,
    sockets,
    behindProxy: config.behindProxy,
    subscribe: createSubscribe({
      executor,
      supergraph: supergraph.current,
      wakeUps,
      sessions,
      withdrawals,
      pace: config.tails,
      passthrough: createPassthrough({
        executor: untraced,
        upstreams,
        supergraph: supergraph.current,
        sessions,
        withdrawals,
        pace: config.tails,
        log,
        ...(metrics ? { onStreamed: metrics.streamed } : {}),
      }),
      ...(metrics ? { onDelivery: metrics.delivered } : {}),
    }),
  };
  const subscriptions = serveSubscriptions({
    ...operations,
    path: "/graphql",
    allowsOrigin,
    limits: { ...config.sockets, bodyBytes: config.limits.bodyBytes },
    log,
  });
  const stream = serveStreams({
    ...operations,
    bodyBytes: config.limits.bodyBytes,
    pingIntervalMs: config.sockets.pingIntervalMs,
  });
  const ide = config.mode === "production" ? null : createIde({ ...config, schema });
  const graphql = answerGraphQL({
    ...config,
    ...pipeline,
    allowsOrigin,
    exposeErrors: false,
    stream,
    onAnswered,
    onUnsent: (subject, response) => cutWhenWithdrawn(subject, response, withdrawals),
    bodyBytes: config.limits.bodyBytes,
    page: ide?.page ?? null,
  });

  const { mailboxUrl } = config;
  const mailbox =
    mailboxUrl === null
      ? null
      : createSubgraphClient({
          subgraphs: () => new Map([["mailbox", mailboxUrl]]),
          sign: unsigned,
          timeoutMs: config.fetchTimeoutMs,
          maxAnswerBytes: config.maxAnswerBytes,
        });
  const keySets = awaitKeySets(fetchKeySet);
  let isDraining = false;
  const readyz = createReadyz(() => [
    ...(isDraining ? ["draining"] : []),
    ...(keySets.areKnown() ? [] : ["identity's keys"]),
    ...(sessions.isHearing() && withdrawals.isHearing() ? [] : ["the bus"]),
  ]);
  plannings.prepare(supergraph.current().sdl);
  const routes: Routes = [
    ["/graphql", graphql],
    ...(ide ? ([["/", ide.page], ...ide.assets] as const) : []),
    ["/healthz", healthz],
    ["/readyz", readyz],
    ...forwards(config, client, mailbox, authenticate, withdrawals, allowsOrigin),
  ];
  const attending =
    busUrl === null
      ? null
      : await hearWithdrawals(busUrl, leaseMs, withdrawals, takeInstance(config.instanceFolder));
  const door = await openDoor({ ...config, routes, upgrade: subscriptions.upgrade, log });
  const operator =
    metrics === null || config.operatorPort === null
      ? null
      : await openOperatorDoor({
          host: config.operatorHost,
          port: config.operatorPort,
          metrics,
          readyz,
          log,
        });
  const ends = config.busUrl === null ? null : hearEnds(config.busUrl, sessions);
  const news = config.busUrl === null ? null : listenToBus(config.busUrl, wakeUps.wake);
  log.info({ url: door.url }, "the gateway is open");

  return {
    url: door.url,
    operatorUrl: operator?.url ?? null,
    async stop() {
      isDraining = true;
      door.sendElsewhere();
      await setTimeout(config.drainGraceMs);
      sockets.closeAll();
      await subscriptions.close();
      await door.close();
      await upstreams.close();
      await pipeline.stop();
      await operator?.close();
      keySets.stop();
      // Last of all, when nobody is answered any more.
      await attending?.stop();
      await Promise.all([ends?.stop(), news?.stop(), stock.stop()]);
      supergraph.stop();
      await Promise.all([client.close(), mailbox?.close()]);
      await tracing.stop();
    },
  };
}

function forwards(
  config: GatewayConfig,
  client: SubgraphClient,
  mailbox: SubgraphClient | null,
  authenticate: Authenticate,
  withdrawals: Withdrawals,
  allowsOrigin: AllowsOrigin,
): Routes {
  const { publicUrl, behindProxy } = config;
  const to = (
    subgraph: string,
    via: SubgraphClient,
    viewerOf: (request: IncomingMessage, response: ServerResponse) => Promise<Viewer>,
  ): Handler =>
    forwardTo({
      subgraph,
      client: via,
      publicUrl,
      trustsHost: config.mode !== "production",
      callerOf: async (request, response, signal) => ({
        viewer: await viewerOf(request, response),
        traceId: newTraceId(),
        signal,
      }),
    });
  // Sign-in has its own tokens and secrets in the same header, so nobody is known there yet.
  const stranger = async (request: IncomingMessage) => ({
    ...anonymous,
    ...readOrigin(request, behindProxy),
  });
  const signedIn = async (request: IncomingMessage, response: ServerResponse) => {
    const origin = readOrigin(request, behindProxy);
    const { viewer } = await authenticate(request.headers.authorization, origin);
    if (viewer.subject === null) return viewer;
    const known = withdrawals.of(viewer.subject);
    if (known === null) throw new GatewayRefusal("SESSION_UNCERTAIN");
    // What streams cannot be read anew.
    cutWhenWithdrawn(viewer.subject, response, withdrawals);
    return { ...viewer, withdrawals: known };
  };
  const routes: Routes = [
    ["/sso/*", to("identity", client, stranger)],
    ["/documents/*", letting(allowsOrigin, to("binding", client, signedIn))],
  ];
  if (mailbox === null) return routes;
  const mail = to("mailbox", mailbox, stranger);
  return [...routes, ["/mail/*", mail], ["/mail.json", mail]];
}
