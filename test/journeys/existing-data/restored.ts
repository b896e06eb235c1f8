import { copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { keyHolders } from "../../../gateway/launch/src/data/key-holders.js";
import { generateKeys } from "../../../gateway/launch/src/data/keys.js";
import { withClient } from "../../../gateway/launch/src/postgres/prepare-database.js";
import { type Graph, startGraph } from "../../harness/graph.js";
import { createDatabase, type TestDatabase } from "../../harness/postgres.js";
import { checkout, subgraphNames } from "../../harness/subgraphs.js";

/** A city that an older commit has made: its database and its keys, with nothing running on them yet. */
export interface ExistingCity extends AsyncDisposable {
  database: TestDatabase;
  rows(sql: string): Promise<string[]>;
  /** Today's graph on it, as a new version is started on an existing data folder. */
  start(): Promise<Graph>;
}

/** Puts the data that lies beside this file into a new database. */
export async function restoreCity(commit: string): Promise<ExistingCity> {
  await using stack = new AsyncDisposableStack();
  const database = stack.use(
    await createDatabase({
      name: `made by ${commit}`,
      prepare: ({ adminUrl }) =>
        withClient(adminUrl, async (client) => void (await client.query(dumpOf(commit)))),
    }),
  );
  const keysFolder = mkdtempSync(join(tmpdir(), "campus-existing-"));
  stack.defer(() => rmSync(keysFolder, { recursive: true, force: true }));
  copyFileSync(beside(`campus-${commit}.keys.json`), join(keysFolder, "generated.json"));
  // As at every start of the demo: what a newer version needs besides is made.
  const password = generateKeys(keysFolder, keyHolders(checkout, subgraphNames)).password("demo");
  const owned = stack.move();
  return {
    database,
    rows: (sql) => rowsOf(database, sql),
    start: () => startGraph({ databaseUrls: database.urls, keysFolder, password, demoCity: true }),
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

/** Rows of one column, read as the administrator. */
export function rowsOf({ adminUrl }: TestDatabase, sql: string): Promise<string[]> {
  return withClient(adminUrl, async (client) => {
    const { rows } = await client.query<string[]>({ text: sql, rowMode: "array" });
    return rows.map(([value]) => value!);
  });
}

function dumpOf(commit: string): string {
  return gunzipSync(readFileSync(beside(`campus-${commit}.sql.gz`))).toString("utf8");
}

function beside(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}
