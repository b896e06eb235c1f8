import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { dataFolderAt } from "./data/folder.js";
import { lives, readLock } from "./data/lock.js";
import { runCommand } from "./explain.js";
import { checkoutFolder } from "./settings.js";
import { UserError } from "./user-error.js";

/**
 * What operators ask of the running graph (`npm run dead-letters`, `partner`, `appoint`, `schools`): the gateway's own command, with the
 * supergraph and the keys that the launcher gave the gateway.
 */
async function askGraph([command = "", ...words]: readonly string[]): Promise<void> {
  const folder = dataFolderAt(checkoutFolder(), process.env.CAMPUS_DATA);
  const lock = readLock(folder.lock);
  if (!lock || !lives(lock.launcher) || !existsSync(folder.supergraph))
    throw new UserError(
      `No graph runs from ${folder.path}.`,
      "Start it with npm start and wait until it is ready; if it runs with another data folder, give that: CAMPUS_DATA=…",
      {
        what: `資料夾 ${folder.path} 沒有執行中的系統。`,
        remedy: "請以 npm start 啟動並等候就緒；若使用其他資料夾，請指定：CAMPUS_DATA=…",
      },
    );
  const keys = process.env.KEYS_FOLDER ? resolve(process.env.KEYS_FOLDER) : (lock.keysFolder ?? folder.keys);
  const main = fileURLToPath(new URL(`./commands/${command}.js`, import.meta.url));
  const child = spawn(process.execPath, ["--enable-source-maps", main, ...words], {
    stdio: "inherit",
    // A file that is named on the command line is looked for where the command was typed, not in the checkout.
    cwd: process.env.INIT_CWD ?? process.cwd(),
    env: { ...process.env, SUPERGRAPH: folder.supergraph, KEYS_FILE: join(keys, "gateway.json") },
  });
  const [code] = await once(child, "exit");
  process.exitCode = code ?? 1;
}

await runCommand(() => askGraph(process.argv.slice(2)));
