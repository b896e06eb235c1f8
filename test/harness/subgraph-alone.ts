import { join } from "node:path";
import { readKeys } from "@campus-graph/kit/auth/keys";
import { signRequest, type Viewer } from "@campus-graph/kit/auth/viewer";
import { PostgresBus } from "@campus-graph/kit/events/postgres-bus";
import { SettableClock } from "@campus-graph/kit/ops/clock";
import type { SubgraphConfig } from "@campus-graph/kit/ops/config";
import { newId } from "@campus-graph/kit/sql/id";
import type { RunningSubgraph, SubgraphOptions } from "@campus-graph/kit/subgraph";
import type { CampusEvents, CampusEventType } from "@campus-graph/schema/events";
import { inject, vi } from "vitest";
import type { Answer } from "./answer.js";
import { createDatabase, type TestDatabase } from "./postgres.js";
import { ofRequests } from "./statements.js";
import type { SubgraphName } from "./subgraphs.js";

/** A subgraph's keys in this run: those that it shares with others are the same in theirs. */
export function keysOf(name: SubgraphName) {
  return readKeys(join(inject("keysFolder"), `${name}.json`));
}

/** Something that another subgraph publishes. The same id again is the same event. */
export interface PublishedEvent<T extends CampusEventType> {
  type: T;
  key: string;
  payload: CampusEvents[T];
  id?: string;
}

/** How a subgraph is started by itself. */
export interface AloneDefinition<Config extends SubgraphConfig, Services> {
  name: SubgraphName;
  create(config: Config, options: SubgraphOptions): Promise<RunningSubgraph<Services>>;
  /** From what every subgraph is configured with to this one's own configuration. */
  config(common: SubgraphConfig): Config;
  /** What one test wants otherwise. */
  changes?: Partial<Config>;
  clock?: SettableClock | undefined;
}

export interface OpenedAlone<Services> {
  running: RunningSubgraph<Services>;
  database: TestDatabase;
  clock: SettableClock;
  statements: string[];
  startAgain(): Promise<RunningSubgraph<Services>>;
}

/** Starts a subgraph on a database of its own, copied from one that its migrations have passed over once in this run. */
export async function openAlone<Config extends SubgraphConfig, Services>({
  name,
  create,
  config,
  changes,
  clock = new SettableClock(),
}: AloneDefinition<Config, Services>): Promise<OpenedAlone<Services>> {
  const configOn = (urls: TestDatabase["urls"]) =>
    config({
      mode: "test",
      host: "127.0.0.1",
      port: 0,
      databaseUrl: urls[name],
      busUrl: urls.bus,
      publicUrl: "http://campus.test",
      keys: keysOf(name),
      logLevel: "silent",
      demoCity: false,
    });
  await using stack = new AsyncDisposableStack();
  const database = stack.use(
    await createDatabase({
      name: `${name} migrated`,
      prepare: async ({ urls }) => (await create(configOn(urls), {})).stop(),
    }),
  );
  const statements: string[] = [];
  const onStatement = ofRequests((sql) => statements.push(sql.replace(/\[took.*$/, "")));
  const startAgain = () => create({ ...configOn(database.urls), ...changes }, { clock, onStatement });
  const running = await startAgain();
  stack.move();
  return { running, database, clock, statements, startAgain };
}

/** One subgraph on a database of its own: the test is its gateway, and the other subgraphs by their events. */
export class SubgraphAlone<Services = unknown> implements AsyncDisposable {
  readonly #positions = new Map<string, number>();
  readonly #bus: PostgresBus;
  readonly #startAgain: () => Promise<RunningSubgraph<Services>>;
  running: RunningSubgraph<Services>;
  readonly database: TestDatabase;
  readonly clock: SettableClock;
  /** The statements of requests so far. */
  readonly statements: string[];

  constructor({ running, database, clock, statements, startAgain }: OpenedAlone<Services>) {
    this.running = running;
    this.database = database;
    this.clock = clock;
    this.statements = statements;
    this.#startAgain = startAgain;
    this.#bus = new PostgresBus(database.urls.bus);
  }

  /** Asks as the gateway would, signed for this viewer; `url` is another copy's. */
  async execute(
    viewer: Viewer,
    query: string,
    variables: object = {},
    url = this.running.url,
  ): Promise<Answer> {
    return (await (await this.post("/graphql", { query, variables }, viewer, url)).json()) as Answer;
  }

  /** Looks entities up as another subgraph's plan would, by their ids or other keys; `further` is what it knows of each. */
  async entities(
    viewer: Viewer,
    type: string,
    keys: readonly (string | object)[],
    fields: string,
    further: object = {},
  ) {
    const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ${type} { ${fields} } } }`;
    const keyOf = (key: string | object) => (typeof key === "string" ? { id: key } : key);
    const of = keys.map((key) => ({ __typename: type, ...keyOf(key), ...further }));
    const { data, errors } = await this.execute(viewer, query, { of });
    return { entities: data?._entities, errors };
  }

  /** Any signed request, as the gateway would send it. */
  async post(path: string, content: object, viewer: Viewer, url = this.running.url): Promise<Response> {
    const body = JSON.stringify(content);
    const { name: audience, contextFor } = this.running;
    const parts = { audience, method: "POST", path, body, viewer, traceId: newId() };
    const headers = signRequest(contextFor().keys.ring("viewer"), parts);
    return fetch(`${url}${path}`, { method: "POST", body, headers });
  }

  /** Another subgraph publishes an event, and this one has reacted. The same id again is the same event. */
  async deliver<T extends CampusEventType>(
    type: T,
    key: string,
    payload: CampusEvents[T],
    id = newId(),
  ): Promise<void> {
    await this.publish({ type, key, payload, id });
    await this.settle();
  }

  /** Other subgraphs publish; nothing has reacted yet. */
  async publish<T extends CampusEventType>(...events: readonly PublishedEvent<T>[]): Promise<void> {
    await this.#bus.publish(
      events.map(({ id = newId(), ...event }) => {
        const source = event.type.slice(0, event.type.indexOf("."));
        const position = (this.#positions.get(source) ?? 0) + 1;
        this.#positions.set(source, position);
        return { source, epoch: 1, position, id, occurredAt: this.clock.now(), ...event };
      }),
    );
  }

  /** Events out, reactions in, jobs done, until nothing is left to do. */
  async settle(): Promise<void> {
    while (await this.running.settle());
  }

  /** The subgraph's own events of these types, as they lie in its outbox, oldest first. */
  async published<T extends CampusEventType>(
    ...types: readonly T[]
  ): Promise<{ type: T; key: string; payload: CampusEvents[T] }[]> {
    await this.settle();
    return this.rows(
      "select type, key, payload from outbox where type = any(string_to_array(?, ' ')) order by serial",
      [types.join(" ")],
    );
  }

  /** Rows of the subgraph's own tables. */
  rows<R = Record<string, unknown>>(sql: string, parameters: unknown[] = []): Promise<R[]> {
    return this.running.database.em.fork().execute<R[]>(sql, parameters);
  }

  /** Until this asks for something that is there, for ten seconds. */
  async waiting(sql: string): Promise<void> {
    await vi.waitUntil(async () => (await this.rows(sql)).length > 0, { timeout: 10_000, interval: 10 });
  }

  /** The statements of requests since the last call. */
  takeStatements(): string[] {
    return this.statements.splice(0);
  }

  /** The subgraph once more, over the same database. */
  async copy(): Promise<RunningSubgraph<Services> & AsyncDisposable> {
    const copy = await this.#startAgain();
    return { ...copy, [Symbol.asyncDispose]: () => copy.stop() };
  }

  /** Stopped and started again, as for a new version: what is not in the database is gone. */
  async restart(): Promise<void> {
    await this.running.stop();
    this.running = await this.#startAgain();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.running.stop();
    await this.#bus.close();
    await this.database[Symbol.asyncDispose]();
  }
}
