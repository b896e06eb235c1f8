import { composeServices } from "@apollo/composition";
import { type DocumentNode, parse } from "graphql";
import type { SubgraphEntry } from "./supergraph-file.js";

/** The supergraph, and what the composer thinks worth a look: two subgraphs that describe one field differently, say. */
export interface Composition {
  sdl: string;
  hints: { code: string; message: string }[];
}

/** Its message lists every reason why the subgraphs do not fit together. */
export class CompositionFailed extends Error {
  override readonly name = "CompositionFailed";
}

/** Composes the printed schemas. Throws {@link CompositionFailed}. */
export function compose(
  entries: readonly (Omit<SubgraphEntry, "schemaFile"> & { sdl: string })[],
): Composition {
  const result = composeServices(
    entries.map(({ name, routingUrl, sdl }) => ({ name, url: routingUrl, typeDefs: parseSchema(name, sdl) })),
  );
  if (result.errors)
    throw new CompositionFailed(
      `The subgraphs do not compose:\n${result.errors.map(({ message }) => `  ${message}`).join("\n")}`,
    );
  return {
    sdl: `${result.supergraphSdl.trim()}\n`,
    hints: result.hints.map((hint) => ({ code: hint.definition.code, message: hint.message })),
  };
}

function parseSchema(name: string, sdl: string): DocumentNode {
  try {
    return parse(sdl);
  } catch (error) {
    throw new CompositionFailed(`The schema of ${name} cannot be read: ${(error as Error).message}`);
  }
}
