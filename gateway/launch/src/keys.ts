import { mkdirSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { keyHolders } from "./data/key-holders.js";
import { makeCityKeys } from "./data/keys.js";
import { runCommand } from "./explain.js";
import { checkoutFolder } from "./settings.js";
import { subgraphEntries } from "./subgraph-entries.js";
import { UserError } from "./user-error.js";

/** `npm run keys -- <folder>`: a city's own keys, made once. A folder that holds anything is left as it is. */
function keys([given, ...more]: readonly string[]): void {
  if (!given || more.length > 0)
    throw new UserError("One folder is wanted, where the keys are to lie.", "npm run keys -- /some/folder");
  const folder = resolve(process.env.INIT_CWD ?? ".", given);
  const found = contentOf(folder);
  if (found.length > 0)
    throw new UserError(
      `${folder} is not empty: it holds ${found.slice(0, 3).join(", ")}${found.length > 3 ? ", …" : ""}.`,
      "Keys that data was written with cannot be made again, so none are overwritten. Give another folder.",
    );
  const root = checkoutFolder();
  const names = subgraphEntries(root).map(({ name }) => name);
  const files = makeCityKeys(folder, keyHolders(root, names), new Date().toISOString().slice(0, 10));
  process.stdout.write(
    `${files.join(", ")} are in ${folder}.\n` +
      "Keep a copy where the database's backups are not: the data cannot be read without them, and whoever has both reads all.\n" +
      `Start with KEYS_FOLDER=${folder}\n`,
  );
}

function contentOf(folder: string): string[] {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return readdirSync(folder);
  } catch (error) {
    throw new UserError(
      `${folder} cannot be used: ${(error as Error).message}.`,
      "Give a folder that this user may write to.",
    );
  }
}

await runCommand(() => keys(process.argv.slice(2)));
