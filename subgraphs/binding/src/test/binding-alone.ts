import { randomBytes, randomUUID } from "node:crypto";
import { parseKeys } from "@campus-graph/kit/auth/keys";
import type { Viewer } from "@campus-graph/kit/auth/viewer";
import { SettableClock } from "@campus-graph/kit/ops/clock";
import type { RunningSubgraph, SubgraphOptions } from "@campus-graph/kit/subgraph";
import type { CampusEvents, CampusEventType } from "@campus-graph/schema/events";
import { createDatabase, type TestDatabase } from "../../../../test/harness/postgres.js";
import { ofRequests } from "../../../../test/harness/statements.js";
import { type Answer, SubgraphAlone } from "../../../../test/harness/subgraph-alone.js";
import type { BindingServices } from "../context.js";
import { createBinding } from "../subgraph.js";

export const keys = parseKeys(
  Object.fromEntries(
    ["viewer", "field", "index", "cursor", "person", "match", "declaration"].map((name) => [
      name,
      { current: "k1", keys: { k1: randomBytes(32).toString("base64") } },
    ]),
  ),
);

export async function startBinding(
  options: SubgraphOptions & Partial<BindingServices> & { demoCity?: boolean } = {},
): Promise<BindingAlone> {
  const [clock, statements]: [SettableClock, string[]] = [new SettableClock(), []];
  const database = await createDatabase();
  const running = await createBinding(
    {
      mode: "test",
      host: "127.0.0.1",
      port: 0,
      databaseUrl: database.urls.binding,
      busUrl: database.urls.bus,
      publicUrl: "http://campus.test",
      keys,
      logLevel: "silent",
      demoCity: options.demoCity ?? false,
    },
    { clock, onStatement: ofRequests((sql) => statements.push(sql)), ...options },
  );
  return new BindingAlone(running, database, clock, statements);
}

/** Binding on a database of its own, with the others' voices on the bus played by the test. */
export class BindingAlone extends SubgraphAlone<BindingServices> {
  #isBehind = false;
  #catchingUp = Promise.resolve();

  constructor(
    running: RunningSubgraph<BindingServices>,
    database: TestDatabase,
    override readonly clock: SettableClock,
    readonly statements: string[],
  ) {
    super(running, database, keys, clock);
  }

  get binding() {
    return this.running;
  }

  get busUrl(): string {
    return this.database.urls.bus;
  }

  /** Delivers an event of another subgraph; the same id is the same event once more. */
  async deliver<T extends CampusEventType>(
    type: T,
    key: string,
    payload: CampusEvents[T],
    id: string = randomUUID(),
  ): Promise<void> {
    this.#isBehind = true;
    await this.publish({ type, key, payload, id });
  }

  override settle(): Promise<void> {
    this.#isBehind = false;
    this.#catchingUp = this.#catchingUp.then(() => super.settle());
    return this.#catchingUp;
  }

  /** Asks as the gateway would for this viewer, once all that was delivered so far has been consumed. */
  async execute(viewer: Viewer, query: string, variables: object = {}): Promise<Answer> {
    await (this.#isBehind ? this.settle() : this.#catchingUp);
    return this.send(viewer, query, variables);
  }
}

/** The data of an answer that must have none of its errors. */
export function dataOf({ data, errors }: Answer): NonNullable<Answer["data"]> {
  if (errors)
    throw new Error(errors.map(({ message, extensions }) => `${extensions.code}: ${message}`).join("\n"));
  return data;
}

/** The one code that an answer was refused with. */
export function codeOf({ errors }: Answer): unknown {
  return errors?.[0]?.extensions.code;
}
