import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readKeys } from "@campus-graph/kit/auth/keys";
import { keyHolders } from "@campus-graph/launch/data/key-holders";
import { generateKeys } from "@campus-graph/launch/data/keys";
import { findFreePort } from "@campus-graph/launch/ports";
import { prepareDatabase } from "@campus-graph/launch/postgres/prepare-database";
import { startPostgres } from "@campus-graph/launch/postgres/server";
import { checkoutFolder } from "@campus-graph/launch/settings";
import { subgraphEntries } from "@campus-graph/launch/subgraph-entries";
import type { EventSource } from "@campus-graph/schema/events";
import { subgraphUrls } from "./supergraph-urls.js";
import type { TokenCity } from "./tokens.js";

/** A subgraph, by its name in supergraph.yaml and as the source of its events. */
export type SubgraphName = EventSource;

/** What a graph stands on, without a single subgraph yet: PostgreSQL, roles, keys, and where everything will listen. */
export interface SmallCity extends TokenCity {
  folder: string;
  subgraphs: readonly SubgraphName[];
  adminUrl: string;
  ports: Readonly<Record<SubgraphName | "gateway", number>>;
  supergraphFile: string;
  keysFileOf(service: string): string;
  databaseUrl(owner: string): string;
  /** The environment that the launcher would give a subgraph, with nothing seeded. */
  environmentOf(subgraph: SubgraphName): Record<string, string>;
}

export async function prepareSmallCity(stack: AsyncDisposableStack): Promise<SmallCity> {
  const root = checkoutFolder();
  const subgraphs = subgraphEntries(root).map(({ name }) => name as SubgraphName);
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
  const database = "campus";
  const { urls } = await prepareDatabase({
    adminUrl: server.adminUrl,
    database,
    owners: [...subgraphs, "bus"],
    passwordOf: () => "bench",
  });
  const keys = generateKeys(join(folder, "keys"), keyHolders(root, subgraphs));
  const ports = {} as Record<SubgraphName | "gateway", number>;
  for (const name of [...subgraphs, "gateway"] as const) ports[name] = await findFreePort();
  const supergraphFile = join(folder, "supergraph.graphql");
  writeFileSync(supergraphFile, supergraphOn(ports));
  const url = `http://127.0.0.1:${ports.gateway}`;
  return {
    url,
    folder,
    subgraphs,
    adminUrl: Object.assign(new URL(server.adminUrl), { pathname: `/${database}` }).href,
    ports,
    supergraphFile,
    keysFileOf: (service) => keys.fileOf(service),
    keysOf: (service) => readKeys(keys.fileOf(service)),
    databaseUrl: (owner) => urls[owner]!,
    environmentOf: (subgraph) => ({
      MODE: "demo",
      HOST: "127.0.0.1",
      PORT: String(ports[subgraph]),
      DATABASE_URL: urls[subgraph]!,
      BUS_URL: urls.bus!,
      KEYS_FILE: keys.fileOf(subgraph),
      PUBLIC_URL: url,
      // Nobody writes a letter here.
      SMTP_URL: "smtp://127.0.0.1:9",
      LOG_LEVEL: "error",
    }),
  };
}

/** The committed supergraph, with the addresses of this run. */
function supergraphOn(ports: Readonly<Record<string, number>>): string {
  let supergraph = readFileSync(join(checkoutFolder(), "schema", "supergraph.graphql"), "utf8");
  for (const [name, url] of Object.entries(subgraphUrls(supergraph))) {
    const moved = Object.assign(new URL(url), { port: String(ports[name]) });
    supergraph = supergraph.replaceAll(`"${url}"`, `"${moved.href}"`);
  }
  return supergraph;
}
