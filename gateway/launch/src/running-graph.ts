import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { dataFolderAt } from "./data/folder.js";
import { graphElsewhere } from "./data/last-start.js";
import { lives, readLock } from "./data/lock.js";
import { checkoutFolder } from "./settings.js";
import { words } from "./start-words.js";
import { userErrorsOf } from "./user-error.js";

const userError = userErrorsOf(words);

/** The supergraph and the keys that the launcher gave the gateway of the graph that runs over this data folder. */
export function environmentOfRunningGraph(): NodeJS.ProcessEnv {
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
  return {
    ...process.env,
    CAMPUS_DATA: folder.path,
    SUPERGRAPH: folder.supergraph,
    KEYS_FILE: join(keys, "gateway.json"),
  };
}
