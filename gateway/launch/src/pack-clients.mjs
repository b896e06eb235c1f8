// `npm pack -w @campus-graph/clients` runs this first: code, declarations and the schema, as a team outside this repository needs them.
// And once more with --tidy when the package is made, so that nothing of it stays in the tree.
import { execFileSync } from "node:child_process";
import { copyFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "./build.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "..");
const clients = join(root, "clients");

const types = join(clients, "types");
const schema = join(clients, "api.graphql");

for (const made of [types, schema]) rmSync(made, { recursive: true, force: true });
if (!process.argv.includes("--tidy")) {
  await build();
  const compiler = join(root, "node_modules", "typescript", "bin", "tsc");
  execFileSync(process.execPath, [compiler, "-p", join(clients, "tsconfig.pack.json")], { stdio: "inherit" });
  copyFileSync(join(root, "schema", "api.graphql"), schema);
}
