import { createHash } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import type { SubgraphEntry } from "@campus-graph/schema/supergraph-file";
import { words } from "./start-words.js";
import { userErrorsOf } from "./user-error.js";

const userError = userErrorsOf(words);

/** Composes the printed schemas with the addresses of this start; the same input as last time is not composed again. */
export async function composeSupergraph(entries: readonly SubgraphEntry[], output: string): Promise<void> {
  const sources = entries.map((entry) => ({ ...entry, sdl: readSchema(entry) }));
  const mark = `# composed from ${createHash("sha256").update(JSON.stringify(sources)).digest("hex")}`;
  if (existsSync(output) && readFileSync(output, "utf8").startsWith(mark)) return;
  // Loading the composer takes a second, which a start over unchanged schemas need not pay.
  const { compose, CompositionFailed } = await import("@campus-graph/schema/compose");
  try {
    const { sdl } = compose(sources);
    writeFileSync(`${output}.new`, `${mark}\n${sdl}`);
  } catch (error) {
    if (!(error instanceof CompositionFailed)) throw error;
    throw userError("notComposed", { fault: error.message });
  }
  renameSync(`${output}.new`, output);
}

function readSchema({ name, schemaFile }: SubgraphEntry): string {
  if (existsSync(schemaFile)) return readFileSync(schemaFile, "utf8");
  throw userError("schemaMissing", { name, file: schemaFile });
}
