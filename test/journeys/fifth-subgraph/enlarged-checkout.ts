import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Composition, compose } from "@campus-graph/schema/compose";
import { readSupergraphFile } from "@campus-graph/schema/supergraph-file";
import { checkout, exported, subgraphNames } from "../../harness/subgraphs.js";

/** A checkout with the city's own subgraphs and one more. */
export interface EnlargedCheckout extends Disposable {
  root: string;
  hints: Composition["hints"];
}

/**
 * What a developer does to add a subgraph, in a folder of its own: puts the subgraph's folder beside the others, gives it a
 * row in supergraph.yaml, and has its schema printed and composed.
 */
export async function addSubgraph(name: string): Promise<EnlargedCheckout> {
  const root = mkdtempSync(join(tmpdir(), "campus-enlarged-"));
  for (const folder of ["subgraphs", "schema"]) mkdirSync(join(root, folder));
  symlinkSync(join(checkout, "node_modules"), join(root, "node_modules"));
  for (const present of subgraphNames)
    symlinkSync(join(checkout, "subgraphs", present), join(root, "subgraphs", present));
  const added = fileURLToPath(new URL(name, import.meta.url));
  cpSync(added, join(root, "subgraphs", name), { recursive: true });
  for (const { schemaFile } of readSupergraphFile(join(checkout, "supergraph.yaml")))
    copyFileSync(schemaFile, join(root, "schema", basename(schemaFile)));
  writeFileSync(
    join(root, "supergraph.yaml"),
    `${readFileSync(join(checkout, "supergraph.yaml"), "utf8").trimEnd()}
  ${name}:
    routing_url: http://127.0.0.1:4005/graphql
    schema:
      file: ./schema/${name}.graphql
`,
  );
  const schema = (await exported(root, name, "graphql/schema", `${name}Schema`)) as () => { sdl: string };
  writeFileSync(join(root, "schema", `${name}.graphql`), schema().sdl);
  const entries = readSupergraphFile(join(root, "supergraph.yaml"));
  const { sdl, hints } = compose(
    entries.map((entry) => ({ ...entry, sdl: readFileSync(entry.schemaFile, "utf8") })),
  );
  writeFileSync(join(root, "schema", "supergraph.graphql"), sdl);
  return { root, hints, [Symbol.dispose]: () => rmSync(root, { recursive: true, force: true }) };
}
