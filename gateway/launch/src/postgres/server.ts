import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { statSync } from "node:fs";
import { mkdir, realpath } from "node:fs/promises";
import { dirname } from "node:path";
import { databasePorts, findFreePort } from "../ports.js";
import { endProcess } from "../processes.js";
import { type UserError, userErrorsOf } from "../user-error.js";
import { findBinaries, type PostgresBinaries, serverEnvironment } from "./binaries.js";
import { adminRole, ensureCluster } from "./cluster.js";
import { clearOrphan } from "./orphan.js";
import { words } from "./words.js";

const userError = userErrorsOf(words);

export interface PostgresOptions {
  folder: string;
  /** The administrator's password. */
  password: string;
  /** False switches fsync and its kin off: for throwaway test databases only. */
  durable: boolean;
  /** A free one is chosen without it. */
  port?: number;
  /** Further `-c` settings, such as `max_connections=200`. */
  settings?: readonly string[];
}

export interface PostgresServer {
  /** The administrator's connection to the maintenance database. */
  adminUrl: string;
  port: number;
  pid: number;
  folder: string;
  /** Answers when the server has ended, whoever ended it. */
  exited: Promise<void>;
  /** Ends open transactions and stops within ten seconds. */
  stop(): Promise<void>;
  /** kill -9 of the postmaster, for fault tests; answers when it is dead. */
  kill(): Promise<void>;
}

const throwaway = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "scram_iterations=1"];
const durable = ["fsync=on", "synchronous_commit=on", "full_page_writes=on"];

/** Starts the packaged PostgreSQL over a folder, made first if it is new; any orphan over that folder is stopped before. */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  const binaries = await findBinaries(statSync(options.folder, { throwIfNoEntry: false })?.uid);
  await mkdir(dirname(options.folder), { recursive: true, mode: 0o755 });
  await ensureCluster(binaries, options);
  const folder = await realpath(options.folder);
  await clearOrphan(folder);
  const giveUpAt = Date.now() + 20_000;
  for (;;) {
    const port = options.port ?? (await findFreePort(...databasePorts));
    const { child, ended } = await launch(binaries, folder, port, options);
    if (!ended) return serverOf(child, port, folder, options.password);
    if (Date.now() > giveUpAt || !isPassing(ended, options.port !== undefined))
      throw failure(ended, folder, port);
  }
}

/** Backends of a killed postmaster need a moment to notice; a port found free may be taken by the time we bind it. */
function isPassing(complaint: string, portIsFixed: boolean): boolean {
  if (/pre-existing shared memory block/.test(complaint)) return true;
  return !portIsFixed && /could not create any TCP\/IP sockets/.test(complaint);
}

function failure(complaint: string, folder: string, port: number): UserError {
  if (/could not create any TCP\/IP sockets/.test(complaint)) return userError("portTaken", { port });
  return userError("notStarted", { folder, fault: complaint.trim() });
}

async function launch(
  binaries: PostgresBinaries,
  folder: string,
  port: number,
  options: PostgresOptions,
): Promise<{ child: ChildProcess; ended?: string }> {
  const settings = [
    "listen_addresses=127.0.0.1",
    `port=${port}`,
    "unix_socket_directories=",
    // A failed statement repeats the values that stood in it: the server's log shows none, the services log the error.
    "log_min_error_statement=panic",
    ...(options.durable ? durable : throwaway),
    ...(options.settings ?? []),
  ];
  const child = spawn(binaries.postgres, ["-D", folder, ...settings.flatMap((setting) => ["-c", setting])], {
    cwd: "/",
    env: serverEnvironment,
    stdio: ["ignore", "ignore", "pipe"],
    // A group of its own: Ctrl-C in the terminal must not stop the database before those who use it.
    detached: true,
    ...(binaries.uid === undefined ? {} : { uid: binaries.uid, gid: binaries.uid }),
  });
  let complaint = "";
  return new Promise((resolve) => {
    child.once("error", (error) => resolve({ child, ended: error.message }));
    child.once("close", () => resolve({ child, ended: complaint || "it ended without a word" }));
    child.stderr?.on("data", (chunk) => {
      complaint = (complaint + chunk).slice(-4_000);
      if (complaint.includes("ready to accept connections")) resolve({ child });
    });
  });
}

function serverOf(child: ChildProcess, port: number, folder: string, password: string): PostgresServer {
  const pid = child.pid as number;
  const exited =
    (child.exitCode ?? child.signalCode) !== null ? Promise.resolve() : once(child, "exit").then(() => {});
  return {
    adminUrl: `postgresql://${adminRole}:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`,
    port,
    pid,
    folder,
    exited,
    async stop() {
      await endProcess(pid, { signal: "SIGINT", insist: "SIGQUIT", graceMs: 10_000 });
      await exited;
    },
    async kill() {
      child.kill("SIGKILL");
      await exited;
    },
  };
}
