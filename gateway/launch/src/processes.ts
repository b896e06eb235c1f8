import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { until } from "./until.js";

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // A zombie answers signals too, but is only waiting for its parent to notice.
    return processState(pid) !== "Z";
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function processState(pid: number): string | undefined {
  return statFields(pid)?.[0];
}

/** The fields of /proc/<pid>/stat behind the command's name, which may itself hold spaces and brackets. */
function statFields(pid: number): string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  } catch {
    return undefined;
  }
}

/** Tells a process from a later one that was given the same pid; undefined where the system does not say. */
export function startMark(pid: number): string | undefined {
  return statFields(pid)?.[19];
}

export function commandLine(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
  } catch {
    // No /proc (macOS): ask ps.
  }
  try {
    return execFileSync("ps", ["-o", "command=", "-p", String(pid)], {
      encoding: "utf8",
      stdio: "pipe",
    }).trim();
  } catch {
    return undefined;
  }
}

/** Asks with `signal`, and after `graceMs` insists with `insist`. */
export async function endProcess(
  pid: number,
  { signal = "SIGTERM", insist = "SIGKILL", graceMs = 5_000 }: EndOptions = {},
): Promise<void> {
  const gone = () => (isAlive(pid) ? undefined : true);
  send(pid, signal);
  if (await until(gone, graceMs)) return;
  send(pid, insist);
  await until(gone, 5_000);
}

interface EndOptions {
  signal?: NodeJS.Signals;
  insist?: NodeJS.Signals;
  graceMs?: number;
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
