import { spawn } from "node:child_process";
import { once } from "node:events";
import { checkoutFolder } from "@campus-graph/launch/settings";
import { until } from "@campus-graph/launch/until";

/** Shell lines as an operator types them, in the checkout; nothing of this test's own environment but the way to npm. */
export class Terminal {
  output = "";
  readonly #shell;
  readonly #exited: Promise<number>;

  /** `typed`: what is typed at their prompts. */
  constructor(lines: string, port: number, typed = "") {
    const { PATH, HOME, TMPDIR } = process.env;
    this.#shell = spawn("bash", ["-ec", lines], {
      cwd: checkoutFolder(),
      env: { PATH, HOME, TMPDIR, PORT: String(port) },
      stdio: ["pipe", "pipe", "pipe"],
      detached: true,
    });
    this.#shell.stdin.end(typed);
    for (const stream of [this.#shell.stdout, this.#shell.stderr])
      stream.on("data", (chunk) => {
        this.output += chunk;
      });
    this.#exited = once(this.#shell, "close").then(([code]) => code as number);
  }

  /** Waits until the lines have printed this; throws with all their output if they end before. */
  async waitFor(words: string, timeoutMs: number): Promise<void> {
    const output = until(() => this.output.includes(words) || undefined, timeoutMs);
    const outcome = await Promise.race([output, this.#exited]);
    if (outcome !== true) throw new Error(`Waited in vain for “${words}” (${outcome}):\n${this.output}`);
  }

  async ends(): Promise<string> {
    const code = await this.#exited;
    if (code !== 0) throw new Error(`The lines ended with ${code}:\n${this.output}`);
    return this.output;
  }

  /** Ctrl-C. */
  async interrupt(): Promise<void> {
    if (this.#shell.exitCode === null && this.#shell.pid) process.kill(-this.#shell.pid, "SIGINT");
    await this.#exited;
  }
}
