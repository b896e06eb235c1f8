// `npm pack -w clients` runs this first: code, declarations and the schema, as a team outside this repository needs them.
import { execFileSync } from "node:child_process";
import { copyFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "./build.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "..");
const clients = join(root, "clients");

await build();
rmSync(join(clients, "types"), { recursive: true, force: true });
execFileSync(
  process.execPath,
  [join(root, "node_modules", "typescript", "bin", "tsc"), "-p", join(clients, "tsconfig.pack.json")],
  { stdio: "inherit" },
);
copyFileSync(join(root, "schema", "api.graphql"), join(clients, "api.graphql"));
