import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  chownSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type LockContent, readLock } from "../data/lock.js";
import { findFreePort, isPortFree } from "../ports.js";
import { endProcess, isAlive } from "../processes.js";
import { until } from "../until.js";

const run = fileURLToPath(new URL("../run.mjs", import.meta.url));
const built = fileURLToPath(new URL("../../dist/src/start.js", import.meta.url));

/** The smallest service: it is ready at once, and shows the environment that it was given. */
const service = `
import { createServer } from "node:http";
if (process.argv.includes("--configuration")) {
  const problem = (variable) => ({ variable, what: variable + " is wrong.", remedy: "Give another " + variable + "." });
  const problems = (process.env.WRONG ?? "").split(" ").filter(Boolean).map(problem);
  const variables = ["PORT", "HOST", "DATABASE_URL", "KEYS_FILE", "MODE", "GREETING"];
  console.log(JSON.stringify({ variables, problems, remarks: [] }));
  process.exit();
}
const server = createServer((_, response) => response.end(JSON.stringify(process.env)));
server.listen(process.env.PORT, process.env.HOST);
process.on("SIGTERM", () => { server.close(); server.closeAllConnections(); });
`;

const supergraph = `
subgraphs:
  alpha: { routing_url: "http://127.0.0.1:4001/graphql", schema: { file: ./alpha.graphql } }
  beta: { routing_url: "http://127.0.0.1:4002/graphql", schema: { file: ./beta.graphql } }
`;

export interface Checkout {
  root: string;
  port: number;
  start(environment?: Record<string, string>, uid?: number): Start;
  lock(): LockContent | undefined;
  /** Every process whose command names this checkout or its database. */
  processes(): number[];
  [Symbol.asyncDispose](): Promise<void>;
}

/** A checkout of two tiny subgraphs and a tiny gateway, launched by the real launcher; leaves nothing behind. */
export async function smallCheckout({
  owner,
  mode = 0o755,
}: {
  owner?: number;
  mode?: number;
} = {}): Promise<Checkout> {
  // Not TMPDIR: it may itself be closed to others.
  const root = mkdtempSync("/tmp/campus-checkout-");
  const port = await firstOfFreePorts(3);
  writeFileSync(join(root, "supergraph.yaml"), supergraph);
  for (const name of ["alpha", "beta"])
    writeFileSync(join(root, `${name}.graphql`), `type Query { ${name}: Int }`);
  for (const folder of ["subgraphs/alpha", "subgraphs/beta", "gateway"]) {
    const main = join(root, folder, "dist", "src", "main.js");
    mkdirSync(dirname(main), { recursive: true });
    writeFileSync(main, service);
    writeFileSync(join(root, folder, "package.json"), '{ "type": "module" }');
  }
  chmodSync(root, mode);
  if (owner !== undefined) chownSync(root, owner, owner);
  const starts: Start[] = [];
  const processes = () => processesNaming([root, clusterOf(root)]);
  return {
    root,
    port,
    start(environment = {}, uid) {
      const started = new Start(root, { PORT: String(port), ...environment }, uid);
      starts.push(started);
      return started;
    },
    lock: () => readLock(join(root, ".campus", "lock.json")),
    processes,
    async [Symbol.asyncDispose]() {
      await Promise.all(starts.map((started) => started.stop()));
      await Promise.all(processes().map((pid) => endProcess(pid, { signal: "SIGINT", insist: "SIGQUIT" })));
      const cluster = clusterOf(root);
      rmSync(root, { recursive: true, force: true });
      rmSync(dirname(cluster).startsWith("/var/lib/campus-graph/") ? dirname(cluster) : cluster, {
        recursive: true,
        force: true,
      });
    },
  };
}

/** The gateway's port, and those behind it that the subgraphs take. */
async function firstOfFreePorts(count: number): Promise<number> {
  for (;;) {
    const first = await findFreePort();
    const following = Array.from({ length: count - 1 }, (_, index) => isPortFree(first + index + 1));
    if ((await Promise.all(following)).every(Boolean)) return first;
  }
}

/** One `npm start`, as npm would run it. */
export class Start {
  output = "";
  readonly #child: ChildProcess;
  readonly exited: Promise<number>;

  constructor(root: string, environment: Record<string, string>, uid: number | undefined) {
    // Vitest sets MODE itself.
    const {
      npm_lifecycle_event: _,
      DATABASE_URL: __,
      CAMPUS_DATA: ___,
      MODE: ____,
      ...inherited
    } = process.env;
    // Another user may not write into our dist/, so theirs goes without the build that run.mjs does first.
    const command = uid === undefined ? [run, "start", root] : [built, root];
    this.#child = spawn(process.execPath, command, {
      env: { ...inherited, ...environment },
      stdio: ["ignore", "pipe", "pipe"],
      ...(uid === undefined ? {} : { uid, gid: uid }),
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.on("data", (chunk) => {
        this.output += chunk;
      });
    }
    this.exited = once(this.#child, "close").then(([code]) => code as number);
  }

  /** The first process's pid, which npm would know. */
  get pid(): number {
    return this.#child.pid as number;
  }

  async ready(): Promise<void> {
    const ended = this.exited.then((code) => `ended with ${code}`);
    const outcome = await Promise.race([
      ended,
      until(() => this.output.includes("is ready at") || undefined, 60_000),
    ]);
    if (outcome !== true) throw new Error(`The start did not become ready (${outcome}):\n${this.output}`);
  }

  async stop(signal: NodeJS.Signals = "SIGINT"): Promise<number> {
    if (isAlive(this.pid)) this.#child.kill(signal);
    return this.exited;
  }
}

function clusterOf(root: string): string {
  const path = join(root, ".campus", "postgres");
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ? readlinkSync(path) : path;
}

function processesNaming(words: readonly string[]): number[] {
  return readdirSync("/proc")
    .map(Number)
    .filter((pid) => pid > 1 && pid !== process.pid && isAlive(pid))
    .filter((pid) => {
      try {
        const command = readFileSync(`/proc/${pid}/cmdline`, "utf8");
        return words.some((word) => command.includes(word));
      } catch {
        return false;
      }
    });
}
