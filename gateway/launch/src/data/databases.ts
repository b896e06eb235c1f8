import { existsSync } from "node:fs";
import { join } from "node:path";
import { busName, prepareDatabase } from "../postgres/prepare-database.js";
import { type PostgresServer, startPostgres } from "../postgres/server.js";
import { userErrorsOf } from "../user-error.js";
import { variableOf } from "./database-addresses.js";
import { assertDurable } from "./durability.js";
import { choosePlaceOfCluster, type DataFolder, placeOfCluster } from "./folder.js";
import type { GeneratedKeys } from "./keys.js";
import { words } from "./words.js";

export type Environment = Readonly<Record<string, string | undefined>>;

export interface Databases {
  /** Each owner's own connection; "bus" is the bus's. */
  urls: Readonly<Record<string, string>>;
  /** Our own server, where no other was given. */
  server: PostgresServer | undefined;
}

const userError = userErrorsOf(words);
const database = "campus";
/** Databases that every server has and that hold nothing: naming one of them names the server. */
const maintenance = new Set(["", "postgres", "template1"]);

/** Data outlives its keys only by accident, and cannot be read without them, so this is checked before new ones are made. */
export function assertKeysBelong(folder: DataFolder, keysExist: boolean): void {
  if (keysExist || !existsSync(join(placeOfCluster(folder), "PG_VERSION"))) return;
  throw userError("keysLost", { postgres: folder.postgres, keys: folder.keys, folder: folder.path });
}

export interface DatabasesRequest {
  folder: DataFolder;
  subgraphs: readonly string[];
  keys: GeneratedKeys;
  environment: Environment;
  mode: string;
}

/** Brings up PostgreSQL, unless a server is given, and prepares a role and a schema for each subgraph and the bus. */
export async function openDatabases({
  folder,
  subgraphs,
  keys,
  environment,
  mode,
}: DatabasesRequest): Promise<Databases> {
  const server = environment.DATABASE_URL ? undefined : await startOwnServer(folder, keys);
  try {
    const common = environment.DATABASE_URL || (server?.adminUrl as string);
    const servers = Map.groupBy([...subgraphs, busName], (owner) => environment[variableOf(owner)] || common);
    const prepared = await Promise.all(
      [...servers].map(async ([adminUrl, owners]) => {
        await assertDurable(adminUrl);
        return prepareDatabase({
          adminUrl,
          database: databaseIn(adminUrl),
          owners,
          mode,
          passwordOf: (owner) => keys.password(`database:${owner}`),
        });
      }),
    );
    return { urls: Object.assign({}, ...prepared.map(({ urls }) => urls)), server };
  } catch (error) {
    await server?.stop();
    throw error;
  }
}

/** The database on a given server that holds the graph's schemas. */
export function databaseIn(url: string): string {
  const named = decodeURIComponent(new URL(url).pathname.slice(1));
  return maintenance.has(named) ? database : named;
}

export function startOwnServer(
  folder: DataFolder,
  keys: GeneratedKeys,
  port?: number,
): Promise<PostgresServer> {
  return startPostgres({
    folder: choosePlaceOfCluster(folder),
    password: keys.password("database:admin"),
    durable: true,
    settings: ["max_connections=200"],
    ...(port === undefined ? {} : { port }),
  });
}
