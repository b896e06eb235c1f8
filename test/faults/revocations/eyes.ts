import http from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import WebSocket from "ws";

/** Something that reached the guardian. */
export interface Word {
  text: string;
  /** When it had come whole, on the monotonic clock. */
  at: number;
  /** How it came. */
  way: string;
}

/** Every field by which a guardian sees a child, at each subgraph that has one. */
const everything = `{
  me { id unpaidBillCount bindings { id student { id maskedName } } }
  myBindings { id student { id name maskedName seatNumber school { name } schoolClass { name } bills(first: 5) { edges { node { title } } } } }
  myApplications { requests { id student { id maskedName } guardian { name } } }
  myBills(first: 50) { edges { node { id title accountNumber student { id maskedName schoolClass { name } } } } }
  billNotices(last: 20) { edges { node { id bill { id title student { id maskedName } } } } }
  bindingNotices(last: 20) { edges { node { id kind request { status student { id maskedName } } } } }
}`;
const notices = "subscription { billNotice { id bill { id title student { id maskedName } } } }";
const outcomes =
  "subscription { bindingOutcome { id kind request { id status student { id maskedName } } } }";

/** Between two looks by one way: all of the graph runs in this process, and needs time of its own. */
const blinkMs = 10;

/**
 * A guardian who looks at everything, by every way in and at every copy of the gateway, without pause; and keeps each
 * word that came, with its time.
 */
export class Eyes {
  readonly words: Word[] = [];
  readonly #looking: Promise<void>[] = [];
  readonly #closers: (() => void)[] = [];
  #shut = false;

  private constructor(readonly token: string) {}

  /** Starts looking; resolves when every live way is open. */
  static async open(urls: readonly string[], token: string): Promise<Eyes> {
    const eyes = new Eyes(token);
    const opened = urls.flatMap((url, copy) => [
      eyes.#socket(url, copy),
      eyes.#stream(url, copy, notices),
      eyes.#stream(url, copy, outcomes),
    ]);
    for (const [copy, url] of urls.entries()) eyes.#looking.push(eyes.#lookAgainAndAgain(url, copy));
    await Promise.all(opened);
    return eyes;
  }

  /** One look at everything, over HTTP. */
  async look(url: string, way = "http"): Promise<string> {
    const { text } = await this.#post(url, everything, "application/json", (text) => this.#keep(text, way));
    return text;
  }

  /** Ends it; resolves when nothing more can come. */
  async shut(): Promise<void> {
    this.#shut = true;
    for (const close of this.#closers) close();
    await Promise.all(this.#looking);
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.shut();
  }

  async #lookAgainAndAgain(url: string, copy: number): Promise<void> {
    while (!this.#shut) {
      await this.look(url, `http ${copy}`).catch(() => undefined);
      await delay(blinkMs);
    }
  }

  #keep(text: string, way: string): void {
    this.words.push({ text, at: performance.now(), way });
  }

  #post(
    url: string,
    query: string,
    accept: string,
    whole: (text: string) => void,
    part?: (text: string) => void,
  ) {
    return new Promise<{ text: string }>((resolve, reject) => {
      const headers = { "content-type": "application/json", accept, authorization: `Bearer ${this.token}` };
      const request = http.request(`${url}/graphql`, { method: "POST", headers }, (response) => {
        let text = "";
        response.setEncoding("utf8");
        response.on("data", (chunk: string) => {
          text += chunk;
          part?.(chunk);
        });
        response.on("end", () => {
          whole(text);
          resolve({ text });
        });
        response.on("error", reject);
      });
      request.on("error", reject);
      request.end(JSON.stringify({ query }));
      if (part) this.#closers.push(() => request.destroy());
    });
  }

  #stream(url: string, copy: number, query: string): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#looking.push(
      this.#post(
        url,
        query,
        "text/event-stream",
        () => undefined,
        (text) => {
          this.#keep(text, `event stream ${copy}`);
          resolve();
        },
      ).then(
        () => undefined,
        () => undefined,
      ),
    );
    return promise;
  }

  /** A socket with a live tail, and queries over and over. */
  #socket(url: string, copy: number): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const socket = new WebSocket(`${url.replace("http", "ws")}/graphql`, "graphql-transport-ws");
    const send = (message: object) => {
      if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message));
    };
    const subscribe = (id: string, query: string) => send({ id, type: "subscribe", payload: { query } });
    let queries = 0;
    socket.on("open", () =>
      send({ type: "connection_init", payload: { authorization: `Bearer ${this.token}` } }),
    );
    socket.on("error", reject);
    socket.on("message", (data) => {
      const text = String(data);
      const { type, id } = JSON.parse(text) as { type: string; id?: string };
      if (type === "connection_ack") {
        subscribe("tail", notices);
        subscribe(`${queries}`, everything);
        resolve();
      } else if (type === "next") this.#keep(text, `socket ${copy}`);
      else if (id !== "tail" && !this.#shut) setTimeout(() => subscribe(`${++queries}`, everything), blinkMs);
    });
    this.#closers.push(() => socket.close());
    return promise;
  }
}
