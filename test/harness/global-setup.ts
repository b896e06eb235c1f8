import type { TestProject } from "vitest/node";
import { dropOrigins, prepareTemplate } from "./postgres.js";
import { startThrowawayPostgres } from "./postgres-server.js";

declare module "vitest" {
  interface ProvidedContext {
    /** The administrator's connection to the server of this run. */
    postgresUrl: string;
    /** Tells this run's databases from those of another on the same server. */
    postgresRun: string;
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
  return async () => {
    if (server) await server[Symbol.asyncDispose]();
    else await dropOrigins(url, run);
  };
}
