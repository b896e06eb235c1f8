import { existsSync, readFileSync, realpathSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { commandLine, endProcess, isAlive } from "../processes.js";

/** The pid in the data folder's lock, when that process lives and really is the server of this folder. */
export function orphanOf(folder: string): number | undefined {
  const pid = lockedBy(folder);
  if (!pid || !isAlive(pid)) return undefined;
  const command = commandLine(pid) ?? "";
  return command.includes("postgres") && command.includes(realpathSync(folder)) ? pid : undefined;
}

/**
 * After a kill -9 of its launcher a server lives on, and its lock with it; after a kill -9 of its own the lock stays
 * behind and may name a pid that belongs to somebody else by now. Both are cleared, so that the folder can be served.
 */
export async function clearOrphan(folder: string): Promise<"stopped" | "none"> {
  const pid = orphanOf(folder);
  if (pid) {
    await endProcess(pid, { signal: "SIGINT", insist: "SIGQUIT", graceMs: 10_000 });
    return "stopped";
  }
  await rm(join(folder, "postmaster.pid"), { force: true });
  return "none";
}

function lockedBy(folder: string): number | undefined {
  const lock = join(folder, "postmaster.pid");
  if (!existsSync(lock)) return undefined;
  const pid = Number(readFileSync(lock, "utf8").split("\n")[0]);
  return Number.isInteger(pid) && pid > 1 ? pid : undefined;
}
