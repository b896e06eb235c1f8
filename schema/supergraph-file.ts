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

/** Its message says which line is wrong, or `lacks` which subgraph has not what it needs. */
export class BadSupergraphFile extends Error {
  override readonly name = "BadSupergraphFile";

  constructor(
    message: string,
    readonly lacks?: { subgraph: string; field: string },
  ) {
    super(message);
  }
}

type Row = { routing_url?: unknown; schema?: { file?: unknown } | null } | null;

/** The subgraphs of supergraph.yaml, sorted by name so that what is made of them is stable. Throws {@link BadSupergraphFile}. */
export function readSupergraphFile(file: string): SubgraphEntry[] {
  return Object.entries(readRows(file))
    .map(([name, row]) => ({
      name,
      routingUrl: routingUrlOf(name, row),
      schemaFile: resolve(dirname(file), schemaFileOf(name, row)),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function readRows(file: string): Record<string, Row> {
  const text = readFileSync(file, "utf8");
  try {
    const { subgraphs } = (parse(text) ?? {}) as { subgraphs?: Record<string, Row> | null };
    return subgraphs ?? {};
  } catch (error) {
    throw new BadSupergraphFile((error as Error).message.trim());
  }
}

function routingUrlOf(subgraph: string, row: Row): string {
  const url = row?.routing_url;
  if (typeof url === "string" && URL.canParse(url)) return url;
  throw lacking(subgraph, "routing_url");
}

function schemaFileOf(subgraph: string, row: Row): string {
  const file = row?.schema?.file;
  if (typeof file === "string") return file;
  throw lacking(subgraph, "schema.file");
}

function lacking(subgraph: string, field: string): BadSupergraphFile {
  return new BadSupergraphFile(`${subgraph} has no ${field}.`, { subgraph, field });
}
