import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { runCommand } from "./commands/running-subgraphs.js";
import { keyHolders } from "./data/key-holders.js";
import { addMissingPairs, hasKeys, makeCityKeys } from "./data/keys.js";
import { RotatingKeys } from "./data/rotate-keys.js";
import { dropKeys } from "./drop-keys.js";
import { words } from "./keys-words.js";
import { translatorOf } from "./sentences.js";
import { checkoutFolder } from "./settings.js";
import { subgraphEntries } from "./subgraph-entries.js";
import { terminalLanguage } from "./terminal.js";
import { userErrorsOf } from "./user-error.js";

const userError = userErrorsOf(words);

/**
 * Services look at their file every two seconds, and a gateway asks identity for its key set at most every ten: it must be
 * able to ask again once the next key signs.
 */
const rereadWithinMs = 15_000;

async function keys([given, ...more]: readonly string[]): Promise<void> {
  if (given === "rotate") return rotate(more);
  if (given === "complete") return complete(more);
  if (given === "drop") return drop(more);
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
  const { folder, found } = cityKeys(given);
  if (step !== "use") {
    found.add(new Date().toISOString().slice(0, 10));
    print("added", { folder });
    if (step === "add") return;
    await delay(rereadWithinMs);
  }
  const without = found.withoutNext();
  if (without.length > 0) throw userError("nothingToUse", { folder, rings: without.join(", ") });
  found.use(new Date());
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
  if (made.length > 0) print("completed", { made: made.join(", "), folder });
  else print("complete", { folder });
}

/**
 * `npm run keys -- drop <folder>`: takes earlier keys away whose time is over, in the running graph. Refuses while a row is
 * sealed by one: the subgraphs seal those anew by themselves, and say here how many are left.
 */
async function drop([given, ...more]: readonly string[]): Promise<void> {
  if (!given || more.length > 0) throw userError("usage");
  const { folder, found } = cityKeys(given);
  const dropped = await dropKeys(found, { folder, now: new Date(), print });
  if (dropped.length > 0) print("dropped", { keys: dropped.join(", "), folder });
  else print("noneDropped", { folder });
}

/** The keys of a city in their folder. */
function cityKeys(given: string): { folder: string; found: RotatingKeys } {
  const folder = resolve(process.env.INIT_CWD ?? ".", given);
  // The demo writes its files anew at every start: what was rotated in them would be lost, and the data with it.
  if (hasKeys(folder)) throw userError("demoKeys", { folder });
  const found = existsSync(folder) ? new RotatingKeys(folder) : undefined;
  if (!found || found.isEmpty) throw userError("noKeysThere", { folder });
  return { folder, found };
}

const translate = translatorOf(words, terminalLanguage(process.env));

function print(sentence: keyof typeof words, details: Record<string, string> = {}): void {
  process.stdout.write(`${translate(sentence, details)}\n`);
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
  print("made", { files: files.join(", "), folder });
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
