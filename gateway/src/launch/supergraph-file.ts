import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { parse } from "yaml";
import { Trouble } from "./trouble.js";

export interface SubgraphEntry {
  name: string;
  /** Where the gateway finds it. */
  routingUrl: string;
  /** Its printed schema, as an absolute path. */
  schemaFile: string;
}

interface SupergraphYaml {
  subgraphs?: Record<string, { routing_url: string; schema: { file: string } }>;
}

/** All that the launcher knows of the graph: the subgraphs of supergraph.yaml, by name. */
export function readSupergraphFile(file: string): SubgraphEntry[] {
  const { subgraphs } = parse(readFileSync(file, "utf8")) as SupergraphYaml;
  if (!subgraphs || Object.keys(subgraphs).length === 0) {
    throw new Trouble(`${file} names no subgraph.`, "Add one under `subgraphs:`.");
  }
  return Object.entries(subgraphs)
    .map(([name, { routing_url, schema }]) => ({
      name,
      routingUrl: routing_url,
      schemaFile: resolve(dirname(file), schema.file),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The port that the file was written for; another `PORT` moves every subgraph by the same distance. */
export const usualPort = 4000;

export function moveToPort(entries: readonly SubgraphEntry[], port: number): SubgraphEntry[] {
  return entries.map((entry) => {
    const url = new URL(entry.routingUrl);
    if (!isLoopback(url)) return entry;
    url.port = String(Number(url.port) + port - usualPort);
    return { ...entry, routingUrl: url.href };
  });
}

export function isLoopback(url: URL): boolean {
  return ["127.0.0.1", "localhost", "[::1]"].includes(url.hostname);
}
