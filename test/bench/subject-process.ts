import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { withParent } from "./with-parent.js";

export interface SubjectDefinition {
  name: string;
  /** Arguments of Node, the entry file among them. */
  args: readonly string[];
  env: Readonly<Record<string, string>>;
  /** Answers 2xx when the process serves; null: it says so by a message. */
  readyUrl: string | null;
  /** The only core that it may use; null: any. */
  core: string | null;
  cwd?: string;
}

/** A process of the benchmark's own, ended when disposed, and by itself when the benchmark dies. */
export interface SubjectProcess extends AsyncDisposable {
  name: string;
  child: ChildProcess;
  /** User and system time of the whole process so far, in milliseconds. */
  cpuMs(): number;
  /** Resident memory. */
  residentBytes(): number;
}

const readyWithinMs = 120_000;
/** The system counts a process's time in hundredths of a second (`getconf CLK_TCK` is 100 wherever Node runs). */
const tickMs = 10;

export async function startSubject(definition: SubjectDefinition): Promise<SubjectProcess> {
  const { name, args, env, core, cwd } = definition;
  const nodeArguments = [...withParent, ...args];
  const [command, leading] =
    core === null ? [process.execPath, []] : ["taskset", ["-c", core, process.execPath]];
  const child = spawn(command, [...leading, ...nodeArguments], {
    ...(cwd ? { cwd } : {}),
    env: { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: "production", ...env },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk: Buffer) => {
      output = (output + chunk).slice(-4_000);
    });
  let stopping = false;
  child.once("exit", (code, signal) => {
    if (!stopping) process.stderr.write(`${name} ended by itself (${signal ?? code}):\n${output}\n`);
  });
  const stop = async () => {
    stopping = true;
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, "exit");
    child.kill("SIGTERM");
    const insist = setTimeout(() => child.kill("SIGKILL"), 5_000);
    await exited;
    clearTimeout(insist);
  };
  try {
    await untilReady(definition, child);
  } catch (error) {
    await stop();
    throw new Error(`${name} did not start: ${(error as Error).message}\n${output}`);
  }
  return {
    name,
    child,
    cpuMs: () => cpuMsOf(child.pid!),
    residentBytes: () => residentBytesOf(child.pid!),
    [Symbol.asyncDispose]: stop,
  };
}

async function untilReady({ readyUrl }: SubjectDefinition, child: ChildProcess): Promise<void> {
  if (readyUrl === null) {
    const ended = once(child, "exit").then(([code]) => Promise.reject(new Error(`it ended with ${code}`)));
    await Promise.race([once(child, "message"), ended]);
    return;
  }
  const giveUpAt = Date.now() + readyWithinMs;
  while (Date.now() < giveUpAt) {
    if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode}`);
    const answer = await fetch(readyUrl, { signal: AbortSignal.timeout(2_000) }).catch(() => null);
    if (answer?.ok) return;
    await delay(100);
  }
  throw new Error(`${readyUrl} did not answer within ${readyWithinMs / 1_000} s`);
}

function cpuMsOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) * tickMs;
}

function residentBytesOf(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) * 1_024;
}

/** Opening ten thousand sockets leaves work behind; what is measured next should not pay for it. */
export async function untilQuiet(process: SubjectProcess): Promise<void> {
  for (let attempt = 0; attempt < 60; attempt++) {
    const before = process.cpuMs();
    await delay(500);
    if (process.cpuMs() - before <= 100) return;
  }
}

/** A file of the benchmarks' own, where it was built to. */
export function built(file: string): string {
  return fileURLToPath(new URL(file, import.meta.url));
}
