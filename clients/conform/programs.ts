import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout } from "node:timers/promises";
import type { PayBill } from "./conform.js";

const longestRunMs = 120_000;

/**
 * The partner's program as a command: `{number}` in it is the bill's, and CAMPUS_URL says where the graph is. All else is the
 * environment as it stands, KEY_FILE too, with CLIENT_ID where it has none.
 */
export function byCommand(command: string, onOutput: (text: string) => void, clientId?: string): PayBill {
  return async ({ accountNumber }, url) => {
    const child = spawn(command.replaceAll("{number}", accountNumber), {
      shell: true,
      env: {
        ...(clientId === undefined ? {} : { CLIENT_ID: clientId }),
        ...process.env,
        CAMPUS_URL: url,
        GRAPH_URL: url,
      },
      stdio: ["ignore", "pipe", "pipe"],
      timeout: longestRunMs,
    });
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => onOutput(String(chunk)));
    const [exitCode] = (await once(child, "close")) as [number | null];
    return exitCode ?? undefined;
  };
}

/** Somebody pays by the program's own screens, and presses Enter. */
export function byHand(prompt: (number: string, url: string) => void): PayBill {
  return async ({ accountNumber }, url) => {
    prompt(accountNumber, url);
    process.stdin.resume();
    await once(process.stdin, "data");
    process.stdin.pause();
    return undefined;
  };
}

/** The wallet of this repository, started by itself before the endpoint. */
export class TriedWallet implements AsyncDisposable {
  #child: ReturnType<typeof spawn> | undefined;
  #url = "";
  #cookie = "";

  constructor(
    private readonly main: string,
    private readonly keyFile: string,
  ) {}

  readonly pay: PayBill = async ({ accountNumber }, url) => {
    await this.#start(url);
    const bill = await this.#request<{ amount: number; channels: string[] }>(`bills/${accountNumber}`);
    if (!bill.channels.includes("EASY_WALLET")) return undefined;
    await this.#request("payments", {
      transactionNumber: `W-${crypto.randomUUID()}`,
      accountNumber,
      amount: bill.amount,
    });
    return undefined;
  };

  async #start(graphUrl: string): Promise<void> {
    if (this.#child) return;
    const port = await freePort();
    this.#url = `http://127.0.0.1:${port}`;
    const env = { GRAPH_URL: graphUrl, KEY_FILE: this.keyFile, PORT: String(port), WALLET_FILE: ":memory:" };
    this.#child = spawn(process.execPath, [this.main], { env: { ...process.env, ...env }, stdio: "ignore" });
    while (!(await fetch(`${this.#url}/readyz`).catch(() => undefined))) {
      if (this.#child.exitCode !== null) throw new Error("The wallet ended before it was ready.");
      await setTimeout(50);
    }
  }

  async #request<Answer>(path: string, order?: object): Promise<Answer> {
    const response = await fetch(`${this.#url}/wallet/api/${path}`, {
      method: order ? "POST" : "GET",
      headers: { "content-type": "application/json", cookie: this.#cookie },
      ...(order ? { body: JSON.stringify(order) } : {}),
    });
    this.#cookie = response.headers.get("set-cookie")?.split(";")[0] ?? this.#cookie;
    return (await response.json()) as Answer;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (!this.#child || this.#child.exitCode !== null) return;
    const ended = once(this.#child, "exit");
    this.#child.kill();
    await ended;
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, "close");
  return port;
}
