import { execFile } from "node:child_process";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { printApiSchema } from "./api-schema.js";
import { type Composition, compose } from "./compose.js";
import { printFacts } from "./facts.js";
import { printManifests } from "./manifest.js";
import { readSupergraphFile } from "./supergraph-file.js";

/** What the code and the clients' operations say now: every file of `schema/` that is printed, by its absolute path. */
export interface Printed {
  files: ReadonlyMap<string, string>;
  hints: Composition["hints"];
}

/**
 * Prints the schema of every subgraph in supergraph.yaml by its own `print.js`, composes them, and prints the client's
 * view. Each prints in an empty environment: a schema must not depend on where it is printed.
 */
export async function printAll(root: string): Promise<Printed> {
  const entries = readSupergraphFile(join(root, "supergraph.yaml"));
  const printed = await Promise.all(
    entries.map(async (entry) => ({ ...entry, sdl: await printSubgraph(root, entry.name) })),
  );
  const { sdl, hints } = compose(printed);
  const folder = dirname(entries[0]!.schemaFile);
  const api = printApiSchema(sdl);
  const manifests = printManifests(root);
  return {
    files: new Map([
      ...printed.map(({ schemaFile, sdl }) => [schemaFile, sdl] as const),
      [join(folder, "supergraph.graphql"), sdl],
      [join(folder, "api.graphql"), api],
      ...[...manifests].map(([file, list]) => [join(folder, file), list] as const),
      [
        join(folder, "facts.json"),
        await printFacts(root, {
          subgraphs: printed,
          supergraph: sdl,
          api,
          manifest: manifests.get("operations.json")!,
        }),
      ],
    ]),
    hints,
  };
}

/** The schema of one subgraph, as its built `print.js` writes it to standard output. */
export async function printSubgraph(root: string, name: string): Promise<string> {
  const program = join(root, "subgraphs", name, "dist", "src", "print.js");
  const { stdout } = await promisify(execFile)(process.execPath, [program], {
    cwd: root,
    env: {},
    maxBuffer: 10_000_000,
  });
  return `${stdout.trim()}\n`;
}
