import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { keyHolders } from "../../gateway/launch/src/data/key-holders.js";
import { generateKeys } from "../../gateway/launch/src/data/keys.js";
import { dropOrigins, prepareTemplate } from "./postgres.js";
import { startThrowawayPostgres } from "./postgres-server.js";
import { checkout, subgraphNames } from "./subgraphs.js";

declare module "vitest" {
  interface ProvidedContext {
    /** The administrator's connection to the server of this run. */
    postgresUrl: string;
    /** Tells this run's databases from those of another on the same server. */
    postgresRun: string;
    /** Folder of the keys of this run, one file per service: databases that tests copy from each other share them. */
    keysFolder: string;
  }
}

/** One PostgreSQL for the whole run: embedded and thrown away, or the one that TEST_DATABASE_URL names. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  const server = given ? undefined : await startThrowawayPostgres();
  const url = given ?? (server?.adminUrl as string);
  await prepareTemplate(url);
  project.provide("postgresUrl", url);
  const run = `r${process.pid}`;
  project.provide("postgresRun", run);
  const keysFolder = mkdtempSync(join(tmpdir(), "campus-keys-"));
  generateKeys(keysFolder, keyHolders(checkout, subgraphNames));
  project.provide("keysFolder", keysFolder);
  return async () => {
    rmSync(keysFolder, { recursive: true, force: true });
    if (server) await server[Symbol.asyncDispose]();
    else await dropOrigins(url, run);
  };
}
