import { randomBytes, randomUUID } from "node:crypto";
import { parseKeys } from "@campus-graph/kit/auth/keys";
import { signRequest, type Viewer } from "@campus-graph/kit/auth/viewer";
import { PostgresBus } from "@campus-graph/kit/events/postgres-bus";
import { SettableClock } from "@campus-graph/kit/ops/clock";
import type { SubgraphOptions } from "@campus-graph/kit/subgraph";
import type { CampusEvents, CampusEventType } from "@campus-graph/schema/events";
import { createDatabase } from "../../../../test/harness/postgres.js";
import { ofRequests } from "../../../../test/harness/statements.js";
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

export interface Answer {
  // biome-ignore lint/suspicious/noExplicitAny: what came back is looked into field by field
  data?: any;
  errors?: { message: string; path?: (string | number)[]; extensions: Record<string, unknown> }[];
}

/** Binding on a database of its own, with the others' voices on the bus played by the test. */
export async function startBinding(
  options: SubgraphOptions & Partial<BindingServices> & { demoCity?: boolean } = {},
) {
  const clock = new SettableClock();
  const statements: string[] = [];
  const database = await createDatabase();
  const binding = await createBinding(
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
  const bus = new PostgresBus(database.urls.bus);
  const spoken = new Map<string, number>();
  let isBehind = false;
  let catchingUp = Promise.resolve();

  /** Lets another subgraph say something; the same id is the same event said again. */
  async function hear<T extends CampusEventType>(
    type: T,
    key: string,
    payload: CampusEvents[T],
    id: string = randomUUID(),
  ): Promise<void> {
    const source = type.slice(0, type.indexOf("."));
    const position = (spoken.get(source) ?? 0) + 1;
    spoken.set(source, position);
    isBehind = true;
    await bus.publish([{ source, epoch: 1, position, id, type, key, payload, occurredAt: clock.now() }]);
  }

  function settle(): Promise<void> {
    isBehind = false;
    catchingUp = catchingUp.then(async () => {
      while (await binding.settle());
    });
    return catchingUp;
  }

  /** Asks as the gateway would for this viewer, once all that was said so far has been taken in. */
  async function ask(viewer: Viewer, query: string, variables: object = {}): Promise<Answer> {
    await (isBehind ? settle() : catchingUp);
    const body = JSON.stringify({ query, variables });
    const parts = { audience: "binding", method: "POST", path: "/graphql", body, viewer, traceId: "trace-1" };
    const headers = signRequest(keys.ring("viewer"), parts);
    const response = await fetch(`${binding.url}/graphql`, { method: "POST", headers, body });
    return (await response.json()) as Answer;
  }

  /** Binding's own events of one type, as they lie in the outbox, oldest first. */
  function said<T extends CampusEventType>(type: T): Promise<{ key: string; payload: CampusEvents[T] }[]> {
    return rows("select key, payload from outbox where type = ? order by serial", [type]);
  }

  function rows<R extends object>(sql: string, parameters: unknown[] = []): Promise<R[]> {
    return binding.database.em.fork().execute<R[]>(sql, parameters);
  }

  return {
    binding,
    busUrl: database.urls.bus,
    clock,
    statements,
    hear,
    settle,
    ask,
    said,
    rows,
    async [Symbol.asyncDispose]() {
      await binding.stop();
      await bus.close();
      await database[Symbol.asyncDispose]();
    },
  };
}

export type BindingAlone = Awaited<ReturnType<typeof startBinding>>;

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
