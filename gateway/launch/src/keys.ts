import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { keyHolders } from "./data/key-holders.js";
import { addMissingPairs, hasKeys, makeCityKeys } from "./data/keys.js";
import { RotatingKeys } from "./data/rotate-keys.js";
import { runCommand } from "./explain.js";
import { words } from "./keys-words.js";
import { translatorOf } from "./sentences.js";
import { checkoutFolder } from "./settings.js";
import { subgraphEntries } from "./subgraph-entries.js";
import { terminalLanguage } from "./terminal.js";
import { userErrorsOf } from "./user-error.js";

const userError = userErrorsOf(words);

/** Services look at their file every two seconds; one that is busy gets four more chances. */
const rereadWithinMs = 10_000;

async function keys([given, ...more]: readonly string[]): Promise<void> {
  if (given === "rotate") return rotate(more);
  if (given === "complete") return complete(more);
  if (!given || more.length > 0) throw userError("usage");
  makeKeys(given);
}

/**
 * `npm run keys -- rotate <folder> [add | use]`: next keys for the rings that bear it, while everything runs. First every
 * service is given keys that it only reads with; only then does any write with them. Run again after it was cut off, it
 * goes on with the keys of before.
 */
async function rotate([given, step, ...more]: readonly string[]): Promise<void> {
  if (!given || more.length > 0 || !["add", "use", undefined].includes(step)) throw userError("usage");
  const folder = resolve(process.env.INIT_CWD ?? ".", given);
  // The demo writes its files anew at every start: what was rotated in them would be lost, and the data with it.
  if (hasKeys(folder)) throw userError("demoKeys", { folder });
  const found = existsSync(folder) ? new RotatingKeys(folder) : undefined;
  if (!found || found.isEmpty) throw userError("noKeysThere", { folder });
  const translate = translatorOf(words, terminalLanguage(process.env));
  const print = (sentence: keyof typeof words, details = {}) =>
    process.stdout.write(`${translate(sentence, details)}\n`);
  if (step !== "use") {
    found.add(new Date().toISOString().slice(0, 10));
    print("added", { folder });
    if (step === "add") return;
    await delay(rereadWithinMs);
  }
  const without = found.withoutNext();
  if (without.length > 0) throw userError("nothingToUse", { folder, rings: without.join(", ") });
  found.use();
  print("used", { folder });
}

/** `npm run keys -- complete <folder>`: the key pairs that an upgrade brought and a city's files lack. Services read them at a start. */
function complete([given, ...more]: readonly string[]): void {
  if (!given || more.length > 0) throw userError("usage");
  const folder = resolve(process.env.INIT_CWD ?? ".", given);
  if (hasKeys(folder)) throw userError("demoKeys", { folder });
  if (!existsSync(folder) || new RotatingKeys(folder).isEmpty) throw userError("noKeysThere", { folder });
  const root = checkoutFolder();
  const names = subgraphEntries(root).map(({ name }) => name);
  const made = addMissingPairs(folder, keyHolders(root, names), new Date().toISOString().slice(0, 10));
  const translate = translatorOf(words, terminalLanguage(process.env));
  const sentence =
    made.length > 0
      ? translate("completed", { made: made.join(", "), folder })
      : translate("complete", { folder });
  process.stdout.write(`${sentence}\n`);
}

/** `npm run keys -- <folder>`: a city's own keys, made once. A folder that holds anything is left as it is. */
function makeKeys(given: string): void {
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
  const translate = translatorOf(words, terminalLanguage(process.env));
  process.stdout.write(`${translate("made", { files: files.join(", "), folder })}\n`);
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
