import { randomUUID } from "node:crypto";
import { inject } from "vitest";
import {
  onDatabase,
  prepareDatabase,
  roleOf,
  withClient,
} from "../../gateway/launch/src/postgres/prepare-database.js";
import { type SubgraphName, subgraphNames } from "./subgraphs.js";

/** Everyone who has a schema of their own in a test database. */
export type Owner = SubgraphName | "bus";
export const owners: readonly Owner[] = [...subgraphNames, "bus"];

/** The roles are the server's, not a database's, so their password is the same for every test of a run. */
const testPassword = "test";
const template = "campus_template";

export interface TestDatabase {
  name: string;
  /** The administrator's connection to this database: for looking into every schema. */
  adminUrl: string;
  /** Each owner's own connection, as the launcher would give it. */
  urls: Readonly<Record<Owner, string>>;
  [Symbol.asyncDispose](): Promise<void>;
}

export interface DatabaseOrigin {
  /** Names the state that `prepare` makes. Tests that give the same name share the work. */
  name: string;
  /** Runs once per test run, on the database that later ones are copied from; leaves no connection open. */
  prepare(database: Pick<TestDatabase, "adminUrl" | "urls">): Promise<void>;
}

/** A fresh database with every owner's role and empty schema, or with all that `origin` prepared; dropped at the end. */
export async function createDatabase(origin?: DatabaseOrigin): Promise<TestDatabase> {
  const serverUrl = inject("postgresUrl");
  const source = origin ? await ensureOrigin(serverUrl, origin) : template;
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await withClient(serverUrl, (client) => client.query(`create database ${name} template ${source}`));
  await grantConnect(serverUrl, name);
  return {
    name,
    ...connectionsTo(serverUrl, name),
    async [Symbol.asyncDispose]() {
      await withClient(serverUrl, (client) => client.query(`drop database if exists ${name} with (force)`));
    },
  };
}

/** Called once per run, before any test: the empty database that all others are copied from. */
export async function prepareTemplate(serverUrl: string): Promise<void> {
  await prepareDatabase({ adminUrl: serverUrl, database: template, owners, passwordOf: () => testPassword });
}

/** A server that outlives the run keeps none of its databases. */
export async function dropOrigins(serverUrl: string, run: string): Promise<void> {
  await withClient(serverUrl, async (client) => {
    const { rows } = await client.query<{ datname: string }>(
      "select datname from pg_database where starts_with(datname, $1)",
      [`origin_${run}_`],
    );
    for (const { datname } of rows) await client.query(`drop database if exists ${datname} with (force)`);
  });
}

async function ensureOrigin(serverUrl: string, origin: DatabaseOrigin): Promise<string> {
  const run = inject("postgresRun");
  const name = `origin_${run}_${origin.name.replace(/\W/g, "_").toLowerCase()}`;
  await withClient(serverUrl, async (client) => {
    // Several workers ask for the same state at once: one makes it, the others wait and find it.
    await client.query("select pg_advisory_lock(hashtext($1))", [name]);
    const { rowCount } = await client.query("select from pg_database where datname = $1", [name]);
    if (rowCount) return;
    const draft = `${name}_draft`;
    await client.query(`drop database if exists ${draft} with (force)`);
    await client.query(`create database ${draft} template ${template}`);
    await grantConnect(serverUrl, draft);
    await origin.prepare(connectionsTo(serverUrl, draft));
    await client.query(`alter database ${draft} rename to ${name}`);
  });
  return name;
}

/** A copied database does not inherit who may connect. */
async function grantConnect(serverUrl: string, name: string): Promise<void> {
  const roles = owners.map(roleOf).join(", ");
  await withClient(serverUrl, (client) =>
    client.query(
      `revoke all on database ${name} from public; grant connect, temporary on database ${name} to ${roles}`,
    ),
  );
}

function connectionsTo(serverUrl: string, name: string): Pick<TestDatabase, "adminUrl" | "urls"> {
  const adminUrl = onDatabase(serverUrl, name);
  const urlOf = (owner: Owner): string => {
    const url = new URL(adminUrl);
    url.username = roleOf(owner);
    url.password = testPassword;
    return url.href;
  };
  return {
    adminUrl,
    urls: Object.fromEntries(owners.map((owner) => [owner, urlOf(owner)])) as TestDatabase["urls"],
  };
}
