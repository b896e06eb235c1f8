import pg from "pg";
import { userErrorsOf } from "../user-error.js";
import { words } from "./words.js";

const userError = userErrorsOf(words);

/** The bus is no subgraph, but has a role and a schema like one. */
export const busName = "bus";

export interface PreparedDatabase {
  /** Each owner's own connection, by subgraph name (and "bus"). */
  urls: Readonly<Record<string, string>>;
}

export interface DatabaseRequest {
  /** A connection that may make roles and schemas, to any database of the server. */
  adminUrl: string;
  /** The database to hold the schemas; made when it is missing. */
  database: string;
  /** Whose schemas it holds. */
  owners: readonly string[];
  /** Demo or production: data that the one has begun is refused to the other. */
  mode?: string;
  passwordOf(owner: string): string;
}

export function roleOf(owner: string): string {
  return `campus_${owner.replaceAll("-", "_")}`;
}

/**
 * One role and one schema for each owner, every role confined to its own schema. Running it again changes nothing
 * but the passwords, so a lost password file is no loss.
 */
export async function prepareDatabase(request: DatabaseRequest): Promise<PreparedDatabase> {
  await ensureDatabase(request.adminUrl, request.database);
  const url = onDatabase(request.adminUrl, request.database);
  await withClient(url, async (client) => {
    const database = client.escapeIdentifier(request.database);
    if (request.mode) await assertBegunIn(client, request.mode, request);
    await client.query(`revoke all on database ${database} from public`);
    await client.query("revoke all on schema public from public");
    for (const owner of request.owners) await ensureOwner(client, owner, request);
    if (request.mode) await noteBegun(client, request.mode, request.owners);
  });
  return {
    urls: Object.fromEntries(
      request.owners.map((owner) => [owner, asRole(url, roleOf(owner), request.passwordOf(owner))]),
    ),
  };
}

async function ensureDatabase(adminUrl: string, name: string): Promise<void> {
  await withClient(adminUrl, async (client) => {
    const { rowCount } = await client.query("select from pg_database where datname = $1", [name]);
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
  });
}

async function ensureOwner(client: pg.Client, owner: string, request: DatabaseRequest): Promise<void> {
  const role = client.escapeIdentifier(roleOf(owner));
  const schema = client.escapeIdentifier(owner);
  const password = client.escapeLiteral(request.passwordOf(owner));
  const { rowCount } = await client.query("select from pg_roles where rolname = $1", [roleOf(owner)]);
  await client.query(`${rowCount === 0 ? "create" : "alter"} role ${role} with login password ${password}`);
  // An administrator who is no superuser may give a schema only to roles that it belongs to.
  await client.query(`grant ${role} to current_user`);
  await client.query(`create schema if not exists ${schema} authorization ${role}`);
  await client.query(
    `grant connect, temporary on database ${client.escapeIdentifier(request.database)} to ${role}`,
  );
}

const mark = "Campus Graph, ";

/** The demo's people and passwords are public, so a city never goes on from its data; nor does the demo from a city's. */
async function assertBegunIn(client: pg.Client, mode: string, { owners, database }: DatabaseRequest) {
  const { rows } = await client.query<{ comment: string }>(
    `select distinct obj_description(oid, 'pg_namespace') as comment from pg_namespace
     where nspname = any($1) and obj_description(oid, 'pg_namespace') like $2`,
    [owners, `${mark}%`],
  );
  const other = rows.find(({ comment }) => comment !== mark + mode);
  if (!other) return;
  throw userError("otherMode", { database, begun: other.comment.slice(mark.length), mode });
}

async function noteBegun(client: pg.Client, mode: string, owners: readonly string[]): Promise<void> {
  for (const owner of owners)
    await client.query(
      `comment on schema ${client.escapeIdentifier(owner)} is ${client.escapeLiteral(mark + mode)}`,
    );
}

export function onDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${encodeURIComponent(database)}`;
  return changed.href;
}

function asRole(url: string, role: string, password: string): string {
  const changed = new URL(url);
  changed.username = role;
  changed.password = encodeURIComponent(password);
  return changed.href;
}

/** One connection, closed whatever happens; a server that cannot be reached, or lacks rights or room, is a {@link UserError}. */
export async function withClient<T>(url: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {
    // The connection broke while idle; the next query, if there is one, fails with the reason.
  });
  await client.connect().catch((error: Error) => {
    throw userError("unreachable", detailsOf(url, error));
  });
  try {
    return await use(client);
  } catch (error) {
    throw error instanceof pg.DatabaseError && operatorMendsIt.test(error.code ?? "")
      ? userError("refused", detailsOf(url, error))
      : error;
  } finally {
    await client.end().catch(() => {});
  }
}

/** Connections, rights, read-only servers, room and shutting down (classes 08, 53, 57, 58, and of 25 and 42 a code each). */
const operatorMendsIt = /^(08|53|57|58)|^25006$|^42501$/;

function detailsOf(url: string, { message: fault }: Error) {
  const { hostname, port, pathname, username } = new URL(url);
  return { server: `${hostname}:${port || 5432}${pathname}`, user: username || "postgres", fault };
}
