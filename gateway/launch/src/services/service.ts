import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { endProcess } from "../processes.js";
import { userErrorsOf } from "../user-error.js";
import { isHarmless, lineReader, renderLogLine } from "./log-lines.js";
import { words } from "./words.js";

const userError = userErrorsOf(words);

export interface ServiceDefinition {
  name: string;
  /** Its entry file, run by this process's own Node. */
  main: string;
  /** Answers 200 at /readyz when it serves. */
  url: string;
  env: Readonly<Record<string, string>>;
}

export interface RunningService {
  name: string;
  /** What it still waits for, by its last answer at /readyz; empty before the first. */
  waitingFor(): readonly string[];
  /** Answers when /readyz does; throws when the process ends before that. */
  ready(): Promise<void>;
  /** SIGTERM, and after five seconds SIGKILL. */
  stop(): Promise<void>;
}

interface Surroundings {
  print(line: string): void;
  /** Called at each start of the process, the first included. */
  onStarted(name: string, pid: number): void;
  withParent: string;
}

const firstPauseMs = 200;
const longestPauseMs = 10_000;
/** A process that lived this long is taken to have been well, and its next restart is quick again. */
const wellAfterMs = 30_000;

/** Starts a service and keeps it running: once it has been ready, whatever ends it, it is started again. */
export function runService(definition: ServiceDefinition, surroundings: Surroundings): RunningService {
  let child: ChildProcess;
  let stopping = false;
  let wasReady = false;
  let pauseMs = firstPauseMs;
  let pause: NodeJS.Timeout | undefined;
  let waitingFor: readonly string[] = [];

  const show = (line: string) => {
    if (!isHarmless(line)) surroundings.print(renderLogLine(definition.name, line));
  };

  const start = () => {
    const startedAt = Date.now();
    child = spawn(
      process.execPath,
      ["--enable-source-maps", "--import", surroundings.withParent, definition.main],
      {
        env: definition.env,
        stdio: ["ignore", "pipe", "pipe", "ipc"],
        // A group of its own: Ctrl-C in the terminal reaches the launcher, which stops everything in order.
        detached: true,
      },
    );
    child.stdout?.on("data", lineReader(show));
    child.stderr?.on("data", lineReader(show));
    child.once("error", (error) => show(`could not be started: ${error.message}`));
    child.once("exit", (code, signal) => {
      if (stopping || !wasReady) return;
      if (Date.now() - startedAt > wellAfterMs) pauseMs = firstPauseMs;
      surroundings.print(
        `[${definition.name}] ended (${signal ?? `code ${code}`}); starting it again in ${pauseMs} ms.`,
      );
      pause = setTimeout(start, pauseMs);
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
    });
    if (child.pid) surroundings.onStarted(definition.name, child.pid);
  };
  start();

  return {
    name: definition.name,
    waitingFor: () => waitingFor,
    async ready() {
      for (;;) {
        const readiness = await requestReadiness(definition.url);
        waitingFor = readiness.waitingFor;
        if (readiness.ready) break;
        if (child.exitCode !== null || child.signalCode !== null || !child.pid)
          throw userError("endedEarly", { name: definition.name });
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      wasReady = true;
    },
    async stop() {
      stopping = true;
      clearTimeout(pause);
      if (!child.pid || child.exitCode !== null || child.signalCode !== null) return;
      const exited = once(child, "exit");
      await endProcess(child.pid);
      await exited;
    },
  };
}

interface Readiness {
  ready: boolean;
  waitingFor: readonly string[];
}

async function requestReadiness(url: string): Promise<Readiness> {
  try {
    const response = await fetch(new URL("/readyz", url), { signal: AbortSignal.timeout(2_000) });
    const body = (await response.json().catch(() => ({}))) as { waitingFor?: string[] };
    return { ready: response.ok, waitingFor: Array.isArray(body.waitingFor) ? body.waitingFor : [] };
  } catch {
    return { ready: false, waitingFor: [] };
  }
}
