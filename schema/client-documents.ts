import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

const generator = "node_modules/@graphql-codegen/cli/cjs/bin.js";

/** Writes the clients' typed documents anew, from their operations and the printed schema. */
export async function generateDocuments(root: string): Promise<void> {
  await generate(root, []);
}

/** What is wrong when the clients' typed documents are not what the operations and the schema give now. */
export async function staleDocuments(root: string): Promise<string[]> {
  try {
    await generate(root, ["--check"]);
    return [];
  } catch {
    return ["clients/src/generated is stale: run `npm run schema`"];
  }
}

async function generate(root: string, options: readonly string[]): Promise<void> {
  await promisify(execFile)(
    process.execPath,
    [join(root, generator), "--config", "codegen.yml", ...options],
    {
      cwd: join(root, "clients"),
    },
  );
}
