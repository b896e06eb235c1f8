import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { dataFolderAt } from "./data/folder.js";
import { graphElsewhere } from "./data/last-start.js";
import { lives, readLock } from "./data/lock.js";
import { runCommand } from "./explain.js";
import { checkoutFolder } from "./settings.js";
import { words as startWords } from "./start-words.js";
import { userErrorsOf } from "./user-error.js";

const userError = userErrorsOf(startWords);

/**
 * Runs an operator's command to the running graph (`npm run dead-letters`, `partner`, `appoint`, `schools`, `conform`) as a process of its own, with the
 * supergraph and the keys that the launcher gave the gateway.
 */
async function runOperatorCommand([command = "", ...words]: readonly string[]): Promise<void> {
  const root = checkoutFolder();
  const folder = dataFolderAt(root, process.env.CAMPUS_DATA);
  const lock = readLock(folder.lock);
  if (!lock || !lives(lock.launcher) || !existsSync(folder.supergraph)) {
    const other = graphElsewhere(root, folder.path);
    throw other
      ? userError("graphElsewhere", { folder: folder.path, other: other.folder, url: other.url })
      : userError("noGraphRuns", { folder: folder.path });
  }
  const keys = process.env.KEYS_FOLDER ? resolve(process.env.KEYS_FOLDER) : (lock.keysFolder ?? folder.keys);
  const main = fileURLToPath(new URL(`./commands/${command}.js`, import.meta.url));
  const child = spawn(process.execPath, ["--enable-source-maps", main, ...words], {
    stdio: "inherit",
    // A file that is named on the command line is looked for where the command was typed, not in the checkout.
    cwd: process.env.INIT_CWD ?? process.cwd(),
    env: {
      ...process.env,
      CAMPUS_DATA: folder.path,
      SUPERGRAPH: folder.supergraph,
      KEYS_FILE: join(keys, "gateway.json"),
    },
  });
  const [code] = await once(child, "exit");
  process.exitCode = code ?? 1;
}

await runCommand(() => runOperatorCommand(process.argv.slice(2)));
