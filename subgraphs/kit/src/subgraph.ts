import type { MigrationObject } from "@mikro-orm/core";
import type { GraphQLSchema } from "graphql";
import type { Keys } from "./auth/keys.js";
import { anonymous, type Viewer } from "./auth/viewer.js";
import type { Context } from "./context.js";
import type { Reactions } from "./events/event.js";
import { startEvents } from "./events/events.js";
import { PostgresBus } from "./events/postgres-bus.js";
import { handleBatchedReads } from "./graphql/batched-reads.js";
import { createExecutor } from "./graphql/executor.js";
import { hasOrdinarySubscriptions } from "./graphql/federate.js";
import { graphqlHandler, isFirst } from "./graphql/graphql-handler.js";
import { serveSubscriptions } from "./graphql/subscriptions.js";
import { type ForwardHandler, startSignedServer } from "./http/signed-server.js";
import {
  type Figure,
  feedReads,
  type InternalHandler,
  internalReads,
  operatorCommands,
  operatorReads,
} from "./internal-routes.js";
import type { DailySchedule } from "./jobs/daily-schedule.js";
import type { JobKind } from "./jobs/job.js";
import type { RecurringTask } from "./jobs/recurring-task.js";
import { workRounds } from "./jobs/work-rounds.js";
import { kitMigrations } from "./kit-migrations.js";
import { type Clock, systemClock } from "./ops/clock.js";
import type { SubgraphConfig } from "./ops/config.js";
import { followKeys } from "./ops/follow-keys.js";
import { checkKeys } from "./ops/key-checks.js";
import { createLog, type Log } from "./ops/log.js";
import { startLoop } from "./ops/loop.js";
import { noTracing } from "./ops/tracing.js";
import { startTracing } from "./ops/tracing-start.js";
import type { RefusalSentences } from "./refusals/refusal.js";
import { resealing } from "./resealing/resealing.js";
import type { SealedColumn } from "./resealing/sealed-columns.js";
import { type Database, type DatabaseOptions, openDatabase } from "./sql/database.js";
import { newId } from "./sql/id.js";
import { Seeding, type SeedStep } from "./sql/seeding.js";

/** What one subgraph is: the kit does the rest. */
export interface SubgraphDefinition<S> {
  name: string;
  config: SubgraphConfig;
  entities: DatabaseOptions["entities"];
  migrations: MigrationObject[];
  /** The executable schema, from `federate`. */
  schema: GraphQLSchema;
  /** The words of this subgraph's own refusals. */
  refusals: RefusalSentences;
  reactions: Reactions<S>;
  /** The notice lists that are kept here; gateways ask whose have grown. */
  feeds?: readonly { name: string }[];
  /** The subgraph's own part of every context: ports, further configuration. */
  services: S;
  /** Path prefixes answered by a handler of their own. Built once the database is open. */
  forwards?: (subgraph: Opened<S>) => Promise<Readonly<Record<string, ForwardHandler>>>;
  /** Further signed `POST /internal/<name>` reads. */
  internal?: Readonly<Record<string, InternalHandler<S>>>;
  /** What an operator may do at run time, by a signed `POST /internal/<name>` that is good for one sending. */
  operatorCommands?: Readonly<Record<string, InternalHandler<S>>>;
  /** What operators watch besides events. */
  figures?: () => readonly Figure[];
  /** The kinds of later work, each job of which is done once or more. */
  jobs?: readonly JobKind<S, never>[];
  /** Which of those come up by themselves, and when. */
  schedules?: readonly DailySchedule[];
  /** What comes round again and again. */
  tasks?: readonly RecurringTask<S>[];
  /** What it seals under the ring `field`: all of it, for an earlier key is dropped once none of these needs it. */
  sealedColumns?: readonly SealedColumn[];
  demoCity?: readonly SeedStep<S>[];
}

/** What a test or the composition root may set otherwise. */
export interface SubgraphOptions {
  clock?: Clock;
  /** Called with each SQL statement sent. */
  onStatement?: (sql: string) => void;
  /** False: events, jobs and seeding go on only when `settle` is called. */
  background?: boolean;
}

export interface Opened<S> {
  database: Database;
  log: Log;
  /** A context for one piece of work; anonymous unless a viewer is given. */
  contextFor(viewer?: Viewer, traceId?: string): Context<S>;
}

export interface RunningSubgraph<S = unknown> extends Opened<S> {
  name: string;
  /** Where it listens, without a path. */
  url: string;
  /** Does everything that waits to be done now: events out, events in, jobs, seeding. True if there was any. */
  settle(): Promise<boolean>;
  stop(): Promise<void>;
}

/**
 * Opens the database, brings it up to date, and serves the subgraph until stopped. What is opened is closed in the reverse
 * order: at the end, or where a later part of the start fails.
 */
export async function createSubgraph<S>(
  definition: SubgraphDefinition<S>,
  { clock = systemClock, onStatement }: SubgraphOptions = {},
): Promise<RunningSubgraph<S>> {
  const { name, config, feeds = [], jobs = [], schedules = [], sealedColumns = [], services } = definition;
  const sealing = resealing<S>(sealedColumns);
  const tasks = [...(definition.tasks ?? []), ...sealing.tasks];
  await using opening = new AsyncDisposableStack();
  const log = createLog(name, config.logLevel);
  const tracing = opening.adopt(await startTracing(name, config.tracesUrl), (tracing) => tracing.stop());
  const database = opening.adopt(
    await openDatabase({
      url: config.databaseUrl,
      schema: name,
      entities: definition.entities,
      migrations: [...kitMigrations, ...definition.migrations],
      log,
      onStatement,
      ...(tracing === noTracing ? {} : { onStatementEnd: tracing.ended }),
    }),
    (database) => database.close(),
  );
  const check = (keys: Keys) => checkKeys(database.em.fork(), keys);
  await check(config.keys);
  opening.adopt(followKeys(config.keys, log, check), (loop) => loop.stop());
  const bus = opening.adopt(new PostgresBus(config.busUrl), (bus) => bus.close());
  const missing = (eventId: string) => bus.missing(eventId);
  const contextFor = (viewer: Viewer = anonymous, traceId: string = newId()): Context<S> => {
    return {
      viewer,
      em: database.em.fork(),
      clock,
      newId,
      keys: config.keys,
      log,
      traceId,
      services,
      missing,
    };
  };
  const opened = { database, log, contextFor };
  const events = opening.adopt(
    await startEvents<S>({
      schema: name,
      url: config.databaseUrl,
      em: database.em,
      bus,
      reactions: definition.reactions,
      contextFor: (em) => ({ ...contextFor(), em }),
      log,
    }),
    (events) => events.stop(),
  );
  const seeding = new Seeding(config.demoCity ? (definition.demoCity ?? []) : []);
  const rounds = [
    ...workRounds<S>({ jobs, schedules, tasks, deadLettersKeptDays: config.deadLettersKeptDays }, contextFor),
    { everyMs: 250, run: () => seeding.next(contextFor()), what: "the demo city" },
  ];
  const loops = rounds.map(({ everyMs, run, what }) =>
    opening.adopt(
      startLoop({
        netMs: everyMs,
        round: async () => ((await run()) ? 1 : 0),
        onError: (error) => log.warn({ err: error }, `${what} will be tried again`),
      }),
      (loop) => loop.stop(),
    ),
  );
  const forwards = (await definition.forwards?.(opened)) ?? {};
  const executor = createExecutor(definition.schema, definition.refusals);
  const isBehind = async ({ withdrawals = [] }: Viewer) =>
    withdrawals.length > 0 && events.isBehind(withdrawals);
  const ring = config.keys.ring("viewer");
  const subscriptions = hasOrdinarySubscriptions(definition.schema)
    ? serveSubscriptions({
        audience: name,
        ring,
        schema: definition.schema,
        executor,
        contextFor,
        isBehind,
        isFirst: (verified) => isFirst(contextFor(), verified),
        log,
      })
    : null;
  const server = opening.adopt(
    await startSignedServer({
      audience: name,
      tracing,
      ring,
      ...(subscriptions && { sockets: subscriptions }),
      host: config.host,
      port: config.port,
      log,
      posts: {
        "/graphql": graphqlHandler(executor, contextFor),
        "/internal/joint-reads": handleBatchedReads({
          executor,
          em: () => database.em.fork(),
          contextFor,
          isBehind,
        }),
        ...internalReads(
          {
            ...operatorReads(events, definition.figures ?? (() => [])),
            "feed-news": feedReads(feeds),
            ...sealing.reads,
            ...definition.internal,
          },
          contextFor,
        ),
        ...operatorCommands(
          {
            refusals: definition.refusals,
            operatorCommands: { ...sealing.commands, ...definition.operatorCommands },
          },
          contextFor,
        ),
      },
      forwards,
      isBehind,
      notReady: async () => {
        const step = await seeding.waitingFor(contextFor());
        return step ? [`demo city: ${step}`] : [];
      },
    }),
    (server) => server.close(),
  );
  // Before the server, which waits for its sockets.
  opening.defer(() => subscriptions?.close());
  log.info({ url: server.url }, "serving");

  const open = opening.move();
  return {
    ...opened,
    name,
    url: server.url,
    async settle() {
      let worked = (await events.settle()) > 0;
      for (const loop of loops) worked = (await loop.round()) > 0 || worked;
      return worked;
    },
    stop: () => open.disposeAsync(),
  };
}
