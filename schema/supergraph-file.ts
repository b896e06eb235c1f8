import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { parse } from "yaml";

/** One subgraph as supergraph.yaml names it. */
export interface SubgraphEntry {
  name: string;
  /** Where the gateway finds it. */
  routingUrl: string;
  /** Its printed schema, as an absolute path. */
  schemaFile: string;
}

interface SupergraphYaml {
  subgraphs?: Record<string, { routing_url: string; schema: { file: string } }> | null;
}

/** The subgraphs of supergraph.yaml, sorted by name so that what is made of them is stable. */
export function readSupergraphFile(file: string): SubgraphEntry[] {
  const { subgraphs } = parse(readFileSync(file, "utf8")) as SupergraphYaml;
  return Object.entries(subgraphs ?? {})
    .map(([name, { routing_url, schema }]) => ({
      name,
      routingUrl: routing_url,
      schemaFile: resolve(dirname(file), schema.file),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
