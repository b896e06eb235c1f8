import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Keys, readKeys } from "@campus-graph/kit/auth/keys";
import { launch } from "@campus-graph/launch/launch";
import { findFreePort } from "@campus-graph/launch/ports";
import { roleOf } from "@campus-graph/launch/postgres/prepare-database";
import { startPostgres } from "@campus-graph/launch/postgres/server";
import { checkoutFolder } from "@campus-graph/launch/settings";
import { print } from "../results.js";

/** The demo city, started as `npm start` would, in a folder and on ports of its own. */
export interface LaunchedCity {
  url: string;
  password: string;
  /** The composed supergraph, with the addresses where the subgraphs run. */
  supergraph: string;
  keysFileOf(service: string): string;
  keysOf(service: string): Keys;
  /** The administrator's connection to the city's database. */
  adminUrl: string;
  /** The owner's own connection; `bus` is the bus's. */
  databaseUrl(owner: string): string;
}

const silent = {
  print: print,
  step: <T>(_doing: string, _done: unknown, work: () => Promise<T>) => work(),
};

/** Stopped and wiped when `stack` is disposed. */
export async function launchCity(stack: AsyncDisposableStack, stop: AbortSignal): Promise<LaunchedCity> {
  const folder = mkdtempSync(join(tmpdir(), "campus-bench-"));
  stack.defer(() => rmSync(folder, { recursive: true, force: true }));
  // PostgreSQL's own user must come through to its data.
  chmodSync(folder, 0o755);
  const server = await startPostgres({
    folder: join(folder, "postgres"),
    password: "bench",
    durable: true,
    settings: ["max_connections=200"],
  });
  stack.defer(() => server.stop());
  const environment = {
    CAMPUS_DATA: join(folder, "city"),
    PORT: String(await findFreePort()),
    LOG_LEVEL: "error",
    DATABASE_URL: server.adminUrl,
  };
  const { url, password } = await launch(checkoutFolder(), environment, silent, stack, stop);
  const keysFileOf = (service: string) => join(folder, "city", "keys", `${service}.json`);
  const databaseAs = (user: string, secret: string) => {
    const address = new URL(server.adminUrl);
    return Object.assign(address, { username: user, password: secret, pathname: "/campus" }).href;
  };
  return {
    url,
    password,
    supergraph: readFileSync(join(folder, "city", "supergraph.graphql"), "utf8"),
    keysFileOf,
    keysOf: (service) => readKeys(keysFileOf(service)),
    adminUrl: Object.assign(new URL(server.adminUrl), { pathname: "/campus" }).href,
    databaseUrl(owner) {
      const { passwords } = JSON.parse(readFileSync(keysFileOf("generated"), "utf8")) as {
        passwords: Record<string, string>;
      };
      return databaseAs(roleOf(owner), passwords[`database:${owner}`]!);
    },
  };
}
