import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { lives, readLock } from "./lock.js";

/** Where the graph of a checkout runs from: a command in a terminal without its settings looks in another folder. */
interface LastStart {
  folder: string;
  url: string;
}

function fileIn(root: string): string {
  return join(root, "node_modules", ".campus-started.json");
}

/** Left for the commands of this checkout. A user who may not write here does without. */
export function noteStart(root: string, start: LastStart): void {
  try {
    writeFileSync(fileIn(root), JSON.stringify(start));
  } catch {}
}

/** The graph that runs from another folder than the one that was looked into, if one does. */
export function graphElsewhere(root: string, folder: string): LastStart | undefined {
  try {
    const start = JSON.parse(readFileSync(fileIn(root), "utf8")) as LastStart;
    const lock = readLock(join(start.folder, "lock.json"));
    return start.folder !== folder && lock && lives(lock.launcher) ? start : undefined;
  } catch {
    return undefined;
  }
}
