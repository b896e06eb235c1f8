import { join } from "node:path";
import {
  BadSupergraphFile,
  readSupergraphFile,
  type SubgraphEntry,
} from "@campus-graph/schema/supergraph-file";
import { words } from "./start-words.js";
import { userErrorsOf } from "./user-error.js";

const userError = userErrorsOf(words);

/** All that the launcher knows of the graph: the subgraphs of the checkout's supergraph.yaml, by name. */
export function subgraphEntries(root: string): SubgraphEntry[] {
  const file = join(root, "supergraph.yaml");
  const entries = readEntries(file);
  if (entries.length > 0) return entries;
  throw userError("noSubgraphs", { file });
}

function readEntries(file: string): SubgraphEntry[] {
  try {
    return readSupergraphFile(file);
  } catch (error) {
    if (!(error instanceof BadSupergraphFile)) throw error;
    throw error.lacks
      ? userError("subgraphLacks", { file, ...error.lacks })
      : userError("supergraphFile", { file, fault: error.message });
  }
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
