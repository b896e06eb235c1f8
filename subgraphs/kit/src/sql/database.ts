import type { MigrationObject } from "@mikro-orm/core";
import { Migrator } from "@mikro-orm/migrations";
import { MikroORM, type Options, type PostgreSqlPlatform } from "@mikro-orm/postgresql";
import pg from "pg";
import type { Log } from "../ops/log.js";
import { releaseLostConnections } from "./lost-connections.js";
import { quoteWholeLiterals } from "./quoted-literals.js";

export interface DatabaseOptions {
  url: string;
  /** The subgraph's own schema; its tables are named without it everywhere. */
  schema: string;
  entities: NonNullable<Options["entities"]>;
  /** All that the schema is made of, in their order. */
  migrations: MigrationObject[];
  log: Log;
  /** Called with each statement sent; tests count them. */
  onStatement?: ((sql: string) => void) | undefined;
  /** Called with what each statement was about, without its values, and how long it took. */
  onStatementEnd?: ((about: string, tookMs: number) => void) | undefined;
}

/** A transaction open longer than this holds locks that others wait for, so the server ends it. */
const transactionTimeoutMs = 2_000;

/** Opens the subgraph's database after bringing its tables up to date. */
export async function openDatabase(options: DatabaseOptions) {
  await migrate(options);
  const { url, schema, entities, log, onStatement, onStatementEnd } = options;
  const onQueryLogged = (line: string) => {
    onStatement?.(line);
    onStatementEnd?.(aboutOf(line), tookMsOf(line));
  };
  const orm = await MikroORM.init({
    clientUrl: url,
    schema,
    entities,
    extensions: [Migrator],
    discovery: { warnWhenNoEntities: false },
    schemaGenerator: { skipTables: [/.*/] },
    driverOptions: sessionOptions(schema, transactionTimeoutMs),
    pool: { min: 0, max: 10 },
    // The rows of the largest class are one statement, as those of the smallest are.
    batchSize: 1_000,
    ...(onStatement || onStatementEnd
      ? { debug: ["query"], colors: false, logger: onQueryLogged }
      : { logger: (text) => log.debug(text) }),
  });
  quoteWholeLiterals(orm.em.getPlatform() as PostgreSqlPlatform);
  return orm;
}

/** A line is “[query] select … [took 3 ms]”. Only the verb and the table are taken of the text: the rest may hold values. */
function aboutOf(line: string): string {
  const [, verb = "statement"] =
    /\b(select|insert|update|delete|with|begin|commit|rollback)\b/i.exec(line) ?? [];
  const [, table] = /\b(?:from|into|update) "?([a-z_]+)"?/i.exec(line) ?? [];
  return table ? `${verb.toLowerCase()} ${table}` : verb.toLowerCase();
}

function tookMsOf(line: string): number {
  return Number(/\[took (\d+) ms/.exec(line)?.[1] ?? 0);
}

/** Runs what is pending, one copy of the subgraph at a time, and outside the services' transaction timeout. */
async function migrate({ url, schema, migrations, log }: DatabaseOptions): Promise<void> {
  const lock = new pg.Client({ connectionString: url });
  await lock.connect();
  try {
    await lock.query("select pg_advisory_lock(hashtext($1))", [`migrate ${schema}`]);
    await using orm = await MikroORM.init({
      clientUrl: url,
      schema,
      entities: [],
      extensions: [Migrator],
      discovery: { warnWhenNoEntities: false },
      driverOptions: sessionOptions(schema, 0),
      migrations: { migrationsList: migrations, snapshot: false, silent: true },
      logger: (text) => log.debug(text),
    });
    await orm.migrator.up();
  } finally {
    await lock.end();
  }
}

function sessionOptions(schema: string, timeoutMs: number) {
  return {
    options: `-c search_path=${schema} -c transaction_timeout=${timeoutMs}`,
    onPoolCreated: releaseLostConnections,
  };
}

export type Database = Awaited<ReturnType<typeof openDatabase>>;
