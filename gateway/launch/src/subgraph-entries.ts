import { join } from "node:path";
import { readSupergraphFile, type SubgraphEntry } from "@campus-graph/schema/supergraph-file";
import { UserError } from "./user-error.js";

/** All that the launcher knows of the graph: the subgraphs of the checkout's supergraph.yaml, by name. */
export function subgraphEntries(root: string): SubgraphEntry[] {
  const file = join(root, "supergraph.yaml");
  const entries = readSupergraphFile(file);
  if (entries.length > 0) return entries;
  throw new UserError(`${file} names no subgraph.`, "Add one under `subgraphs:`.");
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
