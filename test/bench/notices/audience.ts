import { setTimeout as delay } from "node:timers/promises";
import { WebSocket } from "ws";
import { quantile } from "../results.js";

/** Only the bill's id is searched for: to parse ten thousand messages would take time on the core that payments needs. */
const billMark = Buffer.from('"bill":{"id":"');
const idLength = 36;

/** Whoever listens: one socket each, spread over loopback addresses, as one address may hold a thousand sockets only. */
export class Audience {
  readonly #sockets: WebSocket[] = [];
  /** Notice → when it arrived, in milliseconds of the machine's clock. */
  readonly #arrived = new Map<string, number>();
  #failure: Error | undefined;
  #ready = 0;

  private constructor(readonly url: string) {}

  /** Opens a socket for each token, and resolves when each is subscribed. */
  static async gather(url: string, tokens: readonly string[], stop: AbortSignal): Promise<Audience> {
    const audience = new Audience(url);
    const atOnce = 64;
    let next = 0;
    const worker = async () => {
      for (let at = next++; at < tokens.length; at = next++) {
        stop.throwIfAborted();
        await audience.#open(tokens[at]!, `127.0.0.${2 + Math.floor(at / 900)}`);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
    return audience;
  }

  #open(token: string, localAddress: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const socket = new WebSocket(this.url, "graphql-transport-ws", {
        localAddress,
        perMessageDeflate: false,
        skipUTF8Validation: true,
      });
      this.#sockets.push(socket);
      socket.on("error", reject);
      socket.once("open", () => {
        socket.send(
          JSON.stringify({ type: "connection_init", payload: { authorization: `Bearer ${token}` } }),
        );
      });
      socket.on("close", (code, reason) => {
        this.#failure ??= new Error(`A socket was closed: ${code} ${reason}`);
        reject(this.#failure);
      });
      socket.on("message", (data: Buffer) => {
        const at = data.indexOf(billMark);
        if (at >= 0)
          return this.#receive(
            data.toString("latin1", at + billMark.length, at + billMark.length + idLength),
          );
        const text = data.toString();
        if (text.includes('"connection_ack"')) {
          socket.send(JSON.stringify({ id: "1", type: "subscribe", payload: { query: billNotice } }));
          this.#ready += 1;
          resolve();
        } else if (text.includes('"errors"') || text.includes('"type":"error"'))
          this.#failure ??= new Error(`A subscription failed: ${text}`);
      });
    });
  }

  #receive(bill: string): void {
    this.#arrived.set(bill, performance.timeOrigin + performance.now());
  }

  get size(): number {
    return this.#ready;
  }

  /** How long each of these notices took from its commit; waits for those that are under way. */
  async latencies(committed: ReadonlyMap<string, number>, withinMs: number): Promise<number[]> {
    const giveUpAt = Date.now() + withinMs;
    for (;;) {
      if (this.#failure) throw this.#failure;
      const missing = [...committed.keys()].filter((id) => !this.#arrived.has(id)).length;
      if (missing === 0) break;
      if (Date.now() > giveUpAt)
        throw new Error(`${missing} of ${committed.size} notices did not arrive in ${withinMs / 1_000} s.`);
      await delay(50);
    }
    return [...committed].map(([id, at]) => this.#arrived.get(id)! - at);
  }

  close(): void {
    for (const socket of this.#sockets) {
      socket.removeAllListeners("close");
      socket.terminate();
    }
  }
}

/** The parent app's subscription, with those fields that payments alone resolves. */
const billNotice = `subscription { billNotice { id kind cursor occurredAt bill { id title amount dueDate status student { maskedName } } } }`;

export interface Spread {
  p50Ms: number;
  p99Ms: number;
}

export function spreadOf(latencies: readonly number[]): Spread {
  return { p50Ms: quantile(latencies, 0.5), p99Ms: quantile(latencies, 0.99) };
}
