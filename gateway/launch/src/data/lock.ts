import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { endProcess, isAlive, startMark } from "../processes.js";
import { until } from "../until.js";
import { type UserError, userErrorsOf } from "../user-error.js";
import { words } from "./words.js";

const userError = userErrorsOf(words);

export interface LockedProcess {
  name: string;
  pid: number;
  /** Tells this process from a later one with the same pid. */
  mark: string | undefined;
}

/** Who serves a data folder, and which processes they started. */
export interface LockContent {
  launcher: LockedProcess;
  url: string;
  services: LockedProcess[];
  /** Where the keys of what runs are, for the commands that ask it. */
  keysFolder?: string;
  /** It is stopping, and will be gone in a moment. */
  isStopping?: boolean;
}

export interface DataLock {
  /** Notes a started service, so that a later start can end it should this launcher be killed. */
  note(name: string, pid: number): void;
  /** Says that this launcher is stopping: a start that comes now waits instead of giving up. */
  noteStopping(): void;
  release(): void;
}

export function readLock(file: string): LockContent | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as LockContent;
  } catch {
    return undefined;
  }
}

export function lives({ pid, mark }: LockedProcess): boolean {
  return isAlive(pid) && startMark(pid) === mark;
}

/** Takes the folder for this process, after ending what a killed launcher left running. */
export async function takeLock(file: string, url: string, keysFolder?: string): Promise<DataLock> {
  const content: LockContent = {
    launcher: itself("launcher", process.pid),
    url,
    services: [],
    ...(keysFolder && { keysFolder }),
  };
  const own = `${file}.${process.pid}`;
  const save = (): void => writeFileSync(own, JSON.stringify(content), { mode: 0o644 });
  const publish = () => {
    save();
    renameSync(own, file);
  };
  save();
  try {
    // A link can be made only where nothing is: two launchers cannot both succeed.
    while (!tryLink(own, file)) await removeStale(file);
  } finally {
    rmSync(own, { force: true });
  }
  return {
    note(name, pid) {
      content.services = [...content.services.filter((service) => service.name !== name), itself(name, pid)];
      publish();
    },
    noteStopping() {
      content.isStopping = true;
      publish();
    },
    release() {
      if (readLock(file)?.launcher.pid === process.pid) rmSync(file, { force: true });
    },
  };
}

function itself(name: string, pid: number): LockedProcess {
  return { name, pid, mark: startMark(pid) };
}

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** Services have five seconds to stop, the database ten after them. */
const stopsWithinMs = 20_000;

async function removeStale(file: string): Promise<void> {
  const found = readLock(file);
  if (found?.isStopping) await until(() => !lives(found.launcher) || undefined, stopsWithinMs);
  if (found && lives(found.launcher)) throw alreadyRunning(found);
  const aside = `${file}.stale-${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return; // Another start was quicker; the next look tells who holds the folder now.
  }
  const moved = readLock(aside);
  if (moved && lives(moved.launcher)) {
    tryLink(aside, file);
    rmSync(aside, { force: true });
    throw alreadyRunning(moved);
  }
  rmSync(aside, { force: true });
  await Promise.all((moved?.services ?? []).filter(lives).map(({ pid }) => endProcess(pid)));
}

function alreadyRunning({ launcher, url }: LockContent): UserError {
  return userError("alreadyRunning", { url, pid: launcher.pid });
}
