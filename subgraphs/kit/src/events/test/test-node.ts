import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import type { EntityManager } from "@mikro-orm/postgresql";
import pg from "pg";
import type { Owner } from "../../../../../test/harness/postgres.js";
import { parseKeys } from "../../auth/keys.js";
import { anonymous, type Viewer } from "../../auth/viewer.js";
import type { Context } from "../../context.js";
import { kitMigrations } from "../../kit-migrations.js";
import { systemClock } from "../../ops/clock.js";
import { createLog } from "../../ops/log.js";
import { type Database, openDatabase } from "../../sql/database.js";
import { newId } from "../../sql/id.js";
import { migration } from "../../sql/migrations.js";
import type { Bus } from "../bus.js";
import type { Reactions, ReceivedEvent } from "../event.js";
import { type Events, startEvents } from "../events.js";
import { recordEvent } from "../outbox.js";
import { PostgresBus } from "../postgres-bus.js";

/** A subgraph reduced to what it publishes and consumes: no schema, no server. */
export interface TestNode {
  name: string;
  database: Database;
  events: Events;
  bus: Bus;
  log: string[];
  context(subject?: string | null, em?: EntityManager): Context;
  /** Commits one event of a key; its payload's `classId` tells events of a key apart. */
  publish(key: string, text?: string): Promise<void>;
  /** What its `note` reaction wrote down, oldest first. */
  notes(): Promise<{ event: string; key: string; text: string }[]>;
  stop(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

export interface TestNodeOptions {
  reactions?: Reactions<unknown>;
  bus?: Bus;
  retryDelayMs?: (attempts: number) => number;
}

export type Left = ReceivedEvent<"roster.StudentLeft">;

const keys = parseKeys({ cursor: { current: "k1", keys: { k1: randomBytes(32).toString("base64") } } });

const noteTable = migration("TestNode0001Note", [
  `create table note (number bigint generated always as identity, event text, key text, text text)`,
]);

/** Brings a test node's tables up to date without starting it: for a database that others are copied from. */
export async function migrateTestNode(url: string, name: Owner): Promise<void> {
  await (await open(url, name)).close();
}

export async function startTestNode(
  urls: Readonly<Record<Owner, string>>,
  name: Owner,
  { reactions = {}, bus, retryDelayMs }: TestNodeOptions = {},
): Promise<TestNode> {
  const database = await open(urls[name], name);
  const ownBus = bus ?? new PostgresBus(urls.bus);
  const log: string[] = [];
  const context = (subject: string | null = null, em: EntityManager = database.em.fork()): Context => {
    const viewer: Viewer = { ...anonymous, subject };
    return {
      viewer,
      em,
      clock: systemClock,
      newId,
      keys,
      log: silent,
      traceId: "trace",
      services: undefined,
    };
  };
  const events = await startEvents({
    schema: name,
    url: urls[name],
    em: database.em,
    bus: ownBus,
    reactions,
    contextFor: (em) => context(null, em),
    log: listeningLog(log),
    ...(retryDelayMs ? { retryDelayMs } : {}),
  });
  async function stop(): Promise<void> {
    await events.stop();
    await ownBus.close();
    await database.close();
  }
  return {
    name,
    database,
    events,
    bus: ownBus,
    log,
    context,
    async publish(key, text = "") {
      await database.em.fork().transactional(async (em) => left(em, key, text));
    },
    async notes() {
      return database.em.fork().execute("select event, key, text from note order by number");
    },
    stop,
    [Symbol.asyncDispose]: stop,
  };
}

/** Records an event of a key in a transaction of the test's own. */
export function left(em: EntityManager, key: string, text: string): void {
  const payload = { studentId: key, classId: text, schoolCode: "403601" };
  recordEvent(em, { type: "roster.StudentLeft", key, payload });
}

/** The reaction that writes each event down. */
export async function note({ em }: Context, { id, key, payload }: Left): Promise<void> {
  await em.execute("insert into note (event, key, text) values (?, ?, ?)", [id, key, payload.classId]);
}

export const noting: Reactions<unknown> = { "roster.StudentLeft": [note] };

/** Waits until something holds, but not for ever. */
export async function eventually(
  holds: () => Promise<boolean> | boolean,
  what: string,
  withinMs = 60_000,
): Promise<void> {
  const until = Date.now() + withinMs;
  while (!(await holds())) {
    if (Date.now() > until) throw new Error(`This never came about: ${what}.`);
    await delay(10);
  }
}

/** An open transaction that has written something, until it is told to commit. */
export async function openWrite(url: string, schema: string): Promise<{ commit(): Promise<void> }> {
  const client = new pg.Client({ connectionString: url, options: `-c search_path=${schema}` });
  await client.connect();
  await client.query("begin");
  await client.query("insert into note (text) values ('an open write')");
  return {
    async commit() {
      await client.query("commit");
      const ended = once(client, "end");
      await client.end();
      await ended;
    },
  };
}

function open(url: string, name: Owner): Promise<Database> {
  return openDatabase({
    url,
    schema: name,
    entities: [],
    migrations: [...kitMigrations, noteTable],
    log: silent,
  });
}

const silent = createLog("node", "silent");

function listeningLog(lines: string[]) {
  const log = createLog("node", "silent");
  const listen = (...[fields, message]: [object, string]) => {
    lines.push(`${"alert" in fields ? `${fields.alert}: ` : ""}${message}`);
  };
  return Object.assign(log, { error: listen, warn: listen });
}
