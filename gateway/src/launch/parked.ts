import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { dataFolderAt } from "./data/folder.js";
import { checkoutFolder, readLaunchSettings } from "./settings.js";

/** `npm run parked`: the gateway's own command, with what the launcher gave the gateway. */
function parked(words: readonly string[]): void {
  const folder = dataFolderAt(checkoutFolder(), process.env.CAMPUS_DATA);
  if (!existsSync(folder.supergraph)) {
    process.stderr.write("The graph does not run here. Start it with npm start.\n");
    process.exitCode = 1;
    return;
  }
  const keys = readLaunchSettings(process.env).keysFolder ?? folder.keys;
  const command = fileURLToPath(new URL("../parked.js", import.meta.url));
  spawn(process.execPath, ["--enable-source-maps", command, ...words], {
    stdio: "inherit",
    env: { ...process.env, SUPERGRAPH: folder.supergraph, KEYS_FILE: join(keys, "gateway.json") },
  }).once("exit", (code) => {
    process.exitCode = code ?? 1;
  });
}

parked(process.argv.slice(2));
