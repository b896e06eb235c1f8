import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { findFreePort } from "@campus-graph/launch/ports";
import { checkoutFolder } from "@campus-graph/launch/settings";
import type { LaunchedCity } from "../city/launched-city.js";
import { subgraphUrls } from "../city/supergraph-urls.js";
import { peersFolder } from "../peers.js";
import { built, type SubjectDefinition, type SubjectProcess, startSubject } from "../subject-process.js";

export const subjectNames = ["ours", "stock", "hive", "bare"] as const;
export type SubjectName = (typeof subjectNames)[number];

export interface Subject {
  name: SubjectName;
  process: SubjectProcess;
  url: string;
}

export interface Prerequisites {
  city: LaunchedCity;
  /** A folder of this run's own. */
  folder: string;
  core: string | null;
}

/** The stand-in, and the supergraph whose subgraphs it stands for. */
export interface StandIn {
  process: SubjectProcess;
  supergraphFile: string;
  /** Name → routing URL at the stand-in. */
  urls: Readonly<Record<string, string>>;
  counts(): Promise<{ received: number; passedOn: number }>;
}

export async function startStandIn(
  { city, folder }: Prerequisites,
  stack: AsyncDisposableStack,
): Promise<StandIn> {
  const live = subgraphUrls(city.supergraph);
  const urls: Record<string, string> = {};
  const standsFor: Record<string, string> = {};
  let { supergraph } = city;
  for (const [name, url] of Object.entries(live)) {
    const port = await findFreePort();
    const moved = Object.assign(new URL(url), { port: String(port) });
    urls[name] = moved.href;
    standsFor[port] = new URL(url).origin;
    supergraph = supergraph.replaceAll(`"${url}"`, `"${moved.href}"`);
  }
  const supergraphFile = join(folder, "supergraph.graphql");
  writeFileSync(supergraphFile, supergraph);
  const process = stack.use(
    await startSubject({
      name: "stand-in",
      args: [built("gateway/stand-in.js")],
      env: { STANDS_FOR: JSON.stringify(standsFor) },
      readyUrl: null,
      core: null,
    }),
  );
  const counts = () =>
    new Promise<{ received: number; passedOn: number }>((resolve) => {
      process.child.once("message", (message) => resolve(message as { received: number; passedOn: number }));
      process.child.send("count");
    });
  return { process, supergraphFile, urls, counts };
}

/** All that runs beside `ours` learns of the city, and where each listens. */
export async function startOne(
  name: SubjectName,
  prerequisites: Prerequisites,
  standIn: StandIn,
  nodeOptions: readonly string[] = [],
): Promise<Subject> {
  const port = await findFreePort();
  const { args, env, path, readyPath, cwd } = descriptions[name](prerequisites, standIn, port);
  const definition: SubjectDefinition = {
    name,
    args: [...nodeOptions, ...args],
    env: { ...common(prerequisites, standIn), PORT: String(port), ...env },
    readyUrl: readyPath === null ? null : `http://127.0.0.1:${port}${readyPath}`,
    core: prerequisites.core,
    ...(cwd ? { cwd } : {}),
  };
  return { name, process: await startSubject(definition), url: `http://127.0.0.1:${port}${path}` };
}

function common({ city }: Prerequisites, { supergraphFile, urls }: StandIn): Record<string, string> {
  return {
    HOST: "127.0.0.1",
    PUBLIC_URL: city.url,
    SUPERGRAPH: supergraphFile,
    KEYS_FILE: city.keysFileOf("gateway"),
    IDENTITY_URL: urls.identity!,
    LOG_LEVEL: "error",
    APOLLO_TELEMETRY_DISABLED: "true",
  };
}

interface Description {
  args: readonly string[];
  env: Readonly<Record<string, string>>;
  path: string;
  readyPath: string | null;
  cwd?: string;
}

const descriptions: Readonly<
  Record<SubjectName, (prerequisites: Prerequisites, standIn: StandIn, port: number) => Description>
> = {
  // As the launcher starts it: with its limits, its ear on the bus, its sign-outs.
  ours: ({ city }) => ({
    args: [join(checkoutFolder(), "gateway", "dist", "src", "main.js")],
    env: { MODE: "demo", BUS_URL: city.databaseUrl("bus") },
    path: "/graphql",
    readyPath: "/readyz",
  }),
  stock: () => ({ args: [join(peersFolder, "stock.mjs")], env: {}, path: "/", readyPath: null }),
  hive: (_, { supergraphFile, urls }, port) => ({
    args: [
      join(peersFolder, "node_modules", "@graphql-hive", "gateway", "dist", "bin.js"),
      ...["supergraph", supergraphFile, "--hive-router-runtime"],
      ...["--host", "127.0.0.1", "--port", String(port), "-c", join(peersFolder, "gateway.config.mjs")],
    ],
    env: { SUBGRAPH_NAMES: JSON.stringify(Object.fromEntries(Object.entries(urls).map(([n, u]) => [u, n]))) },
    path: "/graphql",
    readyPath: "/readiness",
    cwd: peersFolder,
  }),
  bare: (_, { urls }) => ({
    args: [built("gateway/bare.js")],
    env: { SUBGRAPHS: JSON.stringify(urls) },
    path: "/graphql",
    readyPath: null,
  }),
};
