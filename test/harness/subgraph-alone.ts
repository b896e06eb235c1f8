import type { Keys } from "@campus-graph/kit/auth/keys";
import { signRequest, type Viewer } from "@campus-graph/kit/auth/viewer";
import { PostgresBus } from "@campus-graph/kit/events/postgres-bus";
import type { Clock } from "@campus-graph/kit/ops/clock";
import { newId } from "@campus-graph/kit/sql/id";
import type { RunningSubgraph } from "@campus-graph/kit/subgraph";
import type { CampusEvents, CampusEventType } from "@campus-graph/schema/events";
import type { TestDatabase } from "./postgres.js";

/** What came back for one operation. */
export interface Answer {
  // biome-ignore lint/suspicious/noExplicitAny: tests read whatever shape they asked for
  data?: any;
  errors?: {
    message: string;
    path?: (string | number)[];
    extensions: { code: string } & Record<string, unknown>;
  }[];
}

/** Something that another subgraph publishes. The same id again is the same event. */
export interface PublishedEvent<T extends CampusEventType> {
  type: T;
  key: string;
  payload: CampusEvents[T];
  id?: string;
}

/** One subgraph on a database of its own: the test is its gateway, and the other subgraphs by their events. */
export class SubgraphAlone<Services = unknown> implements AsyncDisposable {
  readonly #positions = new Map<string, number>();
  readonly #bus: PostgresBus;

  constructor(
    public running: RunningSubgraph<Services>,
    readonly database: TestDatabase,
    readonly keys: Keys,
    readonly clock: Clock,
  ) {
    this.#bus = new PostgresBus(database.urls.bus);
  }

  /** Asks as the gateway would, signed for this viewer; `url` is another copy's. */
  async send(viewer: Viewer, query: string, variables: object = {}, url = this.running.url): Promise<Answer> {
    return (await this.post("/graphql", { query, variables }, viewer, url)) as Answer;
  }

  /** Any signed request, as the gateway would send it. */
  async post(path: string, content: object, viewer: Viewer, url = this.running.url): Promise<unknown> {
    const body = JSON.stringify(content);
    const audience = this.running.name;
    const headers = signRequest(this.keys.ring("viewer"), {
      audience,
      method: "POST",
      path,
      body,
      viewer,
      traceId: newId(),
    });
    return (await fetch(`${url}${path}`, { method: "POST", body, headers })).json();
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

  /** Until nothing is left to do. */
  async settle(): Promise<void> {
    while (await this.running.settle());
  }

  /** The subgraph's own events of these types, as they lie in its outbox, oldest first. */
  async published<T extends CampusEventType>(
    ...types: readonly T[]
  ): Promise<{ type: T; key: string; payload: CampusEvents[T] }[]> {
    return this.rows(
      "select type, key, payload from outbox where type = any(string_to_array(?, ' ')) order by serial",
      [types.join(" ")],
    );
  }

  /** Rows of the subgraph's own tables. */
  rows<R = Record<string, unknown>>(sql: string, parameters: unknown[] = []): Promise<R[]> {
    return this.running.database.em.fork().execute<R[]>(sql, parameters);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.running.stop();
    await this.#bus.close();
    await this.database[Symbol.asyncDispose]();
  }
}
