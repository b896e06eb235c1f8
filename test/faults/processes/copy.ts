import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { endProcess } from "../../../gateway/launch/src/processes.js";
import { eventually } from "../../../subgraphs/kit/src/events/test/test-node.js";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const withParent = `${root}/gateway/launch/dist/src/with-parent.js`;
const patience = 60_000;

/** One copy of a service as a process of its own: killed without warning, and started again where it was. */
export class Copy {
  #child: ChildProcess | undefined;
  #output = "";

  constructor(
    readonly service: string,
    /** Its package's folder. */
    readonly folder: string,
    readonly port: number,
    readonly env: Readonly<Record<string, string>>,
  ) {}

  /** Answers when it serves. */
  async start(): Promise<void> {
    const main = `${root}/${this.folder}/dist/src/main.js`;
    if (!existsSync(main)) throw new Error(`${main} is missing: \`npm test\` builds it.`);
    // It ends with this process, however that ends.
    const child = spawn(process.execPath, ["--enable-source-maps", "--import", withParent, main], {
      cwd: root,
      env: { ...this.env, HOST: "127.0.0.1", PORT: `${this.port}` },
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
    this.#child = child;
    this.#output = "";
    for (const stream of [child.stdout, child.stderr])
      stream?.on("data", (chunk: Buffer) => {
        this.#output = (this.#output + chunk.toString()).slice(-4_000);
      });
    await eventually(() => this.#isReady(), `${this.service} is ready`, patience);
  }

  /** kill -9. */
  async kill(): Promise<void> {
    const child = this.#child;
    if (!child || !isRunning(child)) return;
    const exited = once(child, "exit");
    child.kill("SIGKILL");
    await exited;
  }

  /** As an operator stops it: SIGTERM, and so long to finish what it began. Answers whether it ended by itself. */
  async stop(graceMs = 5_000): Promise<boolean> {
    const child = this.#child;
    if (!child?.pid || !isRunning(child)) return false;
    const exited = once(child, "exit");
    await endProcess(child.pid, { graceMs });
    await exited;
    return child.exitCode === 0;
  }

  async #isReady(): Promise<boolean> {
    if (this.#child && !isRunning(this.#child))
      throw new Error(`${this.service} ended before it was ready:\n${this.#output}`);
    try {
      return (await fetch(`http://127.0.0.1:${this.port}/readyz`)).ok;
    } catch {
      return false;
    }
  }
}

function isRunning({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode === null && signalCode === null;
}
