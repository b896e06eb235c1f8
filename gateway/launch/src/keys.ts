import { mkdirSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { keyHolders } from "./data/key-holders.js";
import { makeCityKeys } from "./data/keys.js";
import { runCommand } from "./explain.js";
import { words } from "./keys-words.js";
import { speakerOf } from "./sentences.js";
import { checkoutFolder } from "./settings.js";
import { subgraphEntries } from "./subgraph-entries.js";
import { terminalLanguage } from "./terminal.js";
import { userErrorsOf } from "./user-error.js";

const userError = userErrorsOf(words);

/** `npm run keys -- <folder>`: a city's own keys, made once. A folder that holds anything is left as it is. */
function keys([given, ...more]: readonly string[]): void {
  if (!given || more.length > 0) throw userError("usage");
  const folder = resolve(process.env.INIT_CWD ?? ".", given);
  const found = contentOf(folder);
  if (found.length > 0)
    throw userError("notEmpty", {
      folder,
      found: `${found.slice(0, 3).join(", ")}${found.length > 3 ? ", …" : ""}`,
    });
  const root = checkoutFolder();
  const names = subgraphEntries(root).map(({ name }) => name);
  const files = makeCityKeys(folder, keyHolders(root, names), new Date().toISOString().slice(0, 10));
  const say = speakerOf(words, terminalLanguage(process.env));
  process.stdout.write(`${say("made", { files: files.join(", "), folder })}\n`);
}

function contentOf(folder: string): string[] {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return readdirSync(folder);
  } catch (error) {
    throw userError("unusable", { folder, fault: (error as Error).message });
  }
}

await runCommand(() => keys(process.argv.slice(2)));
