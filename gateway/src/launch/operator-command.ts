import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { dataFolderAt } from "./data/folder.js";
import { checkoutFolder, readLaunchSettings } from "./settings.js";

/** Runs one of the gateway's own commands for operators, `gateway/dist/src/<name>.js`, with what the launcher gave the gateway. */
export function runOperatorCommand(name: string, words: readonly string[]): void {
  const folder = dataFolderAt(checkoutFolder(), process.env.CAMPUS_DATA);
  if (!existsSync(folder.supergraph)) {
    process.stderr.write("The graph does not run here. Start it with npm start.\n");
    process.exitCode = 1;
    return;
  }
  const keys = readLaunchSettings(process.env).keysFolder ?? folder.keys;
  const command = fileURLToPath(new URL(`../${name}.js`, import.meta.url));
  spawn(process.execPath, ["--enable-source-maps", command, ...words], {
    stdio: "inherit",
    // A file that is named on the command line is looked for where the command was typed, not in the checkout.
    cwd: process.env.INIT_CWD ?? process.cwd(),
    env: { ...process.env, SUPERGRAPH: folder.supergraph, KEYS_FILE: join(keys, "gateway.json") },
  }).once("exit", (code) => {
    process.exitCode = code ?? 1;
  });
}
