import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { composeServices } from "@apollo/composition";
import { parse } from "graphql";
import { parse as parseYaml } from "yaml";

/** One subgraph as supergraph.yaml names it. */
export interface SubgraphEntry {
  name: string;
  /** Where the gateway finds it. */
  routingUrl: string;
  /** Its printed schema, as an absolute path. */
  schemaFile: string;
}

/** The supergraph, and what the composer thinks worth a look: two subgraphs that describe one field differently, say. */
export interface Composition {
  sdl: string;
  hints: { code: string; message: string }[];
}

/** The subgraphs of supergraph.yaml, sorted by name so that what is made of them is stable. */
export function readSupergraphFile(file: string): SubgraphEntry[] {
  const { subgraphs } = parseYaml(readFileSync(file, "utf8")) as {
    subgraphs: Record<string, { routing_url: string; schema: { file: string } }>;
  };
  return Object.entries(subgraphs)
    .map(([name, { routing_url, schema }]) => ({
      name,
      routingUrl: routing_url,
      schemaFile: resolve(dirname(file), schema.file),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Composes the printed schemas. Throws an error whose message lists every reason why they do not fit together. */
export function compose(entries: readonly (SubgraphEntry & { sdl: string })[]): Composition {
  const result = composeServices(
    entries.map(({ name, routingUrl, sdl }) => ({ name, url: routingUrl, typeDefs: parse(sdl) })),
  );
  if (result.errors)
    throw new Error(
      `The subgraphs do not compose:\n${result.errors.map(({ message }) => `  ${message}`).join("\n")}`,
    );
  return {
    sdl: `${result.supergraphSdl.trim()}\n`,
    hints: result.hints.map((hint) => ({ code: hint.definition.code, message: hint.message })),
  };
}
