import { createServer, connect as dial, type Server, type Socket } from "node:net";
import { findFreePort } from "../../../gateway/launch/src/ports.js";

/** Gives every connection to the next of several copies, and past those where nobody listens. */
export class Balancer {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #turn = 0;
  #isCut = false;
  /** Copies whose `/readyz` said no, where it is looked at at all. */
  readonly #unready = new Set<number>();
  #polling: NodeJS.Timeout | undefined;

  private constructor(
    /** Where copies listen, on loopback. */
    readonly copies: readonly number[],
    /** Where it listens itself. */
    readonly port: number,
  ) {
    this.#server = createServer((caller) => void this.#connect(caller));
  }

  static async start(copies: readonly number[]): Promise<Balancer> {
    const balancer = new Balancer(copies, await findFreePort());
    await new Promise<void>((resolve, reject) => {
      balancer.#server.once("error", reject);
      balancer.#server.listen(balancer.port, "127.0.0.1", resolve);
    });
    return balancer;
  }

  /** From now on a copy that says at /readyz that it is not ready gets no new connection, as behind any real balancer. */
  pollReadiness(everyMs: number): void {
    const poll = async (port: number) => {
      const isReady = await fetch(`http://127.0.0.1:${port}/readyz`).then(
        (answer) => answer.ok,
        () => false,
      );
      if (isReady) this.#unready.delete(port);
      else this.#unready.add(port);
    };
    this.#polling = setInterval(() => {
      for (const port of this.copies) void poll(port);
    }, everyMs);
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** For those behind it the caller is gone as by kill -9: in the middle of whatever was said, and for good. */
  cut(): void {
    this.#isCut = true;
    for (const socket of this.#sockets) socket.resetAndDestroy();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    clearInterval(this.#polling);
    this.cut();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #connect(caller: Socket): Promise<void> {
    this.#keep(caller);
    const copy = this.#isCut ? undefined : await this.#nextThatListens();
    if (!copy) caller.resetAndDestroy();
    else if (caller.destroyed) copy.destroy();
    else join(caller, copy);
  }

  async #nextThatListens(): Promise<Socket | undefined> {
    for (let tries = 0; tries < this.copies.length; tries++) {
      const port = this.copies[this.#turn++ % this.copies.length]!;
      const copy = this.#unready.has(port) ? undefined : await reach(port);
      if (!copy) continue;
      this.#keep(copy);
      return copy;
    }
    return undefined;
  }

  #keep(socket: Socket): void {
    this.#sockets.add(socket);
    socket.once("close", () => this.#sockets.delete(socket));
    // An end comes as "close" too, whatever led to it.
    socket.on("error", () => undefined);
  }
}

function reach(port: number): Promise<Socket | undefined> {
  return new Promise((resolve) => {
    const socket = dial({ port, host: "127.0.0.1" });
    socket.once("connect", () => resolve(socket));
    socket.once("error", () => resolve(undefined));
  });
}

function join(one: Socket, other: Socket): void {
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const) {
    from.setNoDelay();
    from.pipe(to);
    from.once("close", () => to.destroy());
  }
}
