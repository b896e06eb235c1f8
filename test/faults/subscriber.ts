import { createClient } from "graphql-ws";
import WebSocket from "ws";

export interface SubscriberOptions {
  /** The copies of the gateway, taken in turn. */
  urls: readonly string[];
  token: string;
  /** Where to begin: the end of the list as it was before the first notice. */
  after: string;
  /** Whether the cursor is given after a cut, as a client should. */
  resumes: boolean;
}

const subscription =
  "subscription ($after: Cursor) { bindingOutcome(after: $after) { id cursor kind request { id } } }";

/** Reads notices over a socket that is cut without warning, each time after it has received a few more. */
export class Subscriber {
  readonly received: string[] = [];
  cutsDone = false;
  readonly #options: SubscriberOptions;
  #cursor: string | undefined;
  #connections = 0;
  #socket: WebSocket | undefined;
  #finished = false;

  constructor(options: SubscriberOptions) {
    this.#options = options;
    this.#cursor = options.after;
  }

  /** Goes through so many cuts, then reads on until stopped. Resolves when stopped. */
  async read(cuts: number): Promise<void> {
    for (let cut = 0; cut < cuts; ) if (await this.#connectUntil(1 + Math.floor(Math.random() * 8))) cut++;
    this.cutsDone = true;
    while (!this.#finished) await this.#connectUntil(Number.POSITIVE_INFINITY);
  }

  stop(): void {
    this.#finished = true;
    this.#socket?.terminate();
  }

  /**
   * One connection, at the next copy, torn down after that many notices: what is on its way then is lost. False when it
   * ended before, with the copy.
   */
  async #connectUntil(notices: number): Promise<boolean> {
    const { urls, token, resumes } = this.#options;
    const url = urls[this.#connections++ % urls.length]!.replace("http", "ws");
    const keepSocket = (socket: WebSocket) => {
      this.#socket = socket;
      if (this.#finished) setImmediate(() => socket.terminate());
    };
    class Cuttable extends WebSocket {
      constructor(...parameters: ConstructorParameters<typeof WebSocket>) {
        super(...parameters);
        keepSocket(this);
      }
    }
    const client = createClient({
      url: `${url}/graphql`,
      webSocketImpl: Cuttable,
      connectionParams: { authorization: `Bearer ${token}` },
      retryAttempts: 0,
    });
    const after = this.#connections === 1 || resumes ? this.#cursor : undefined;
    const wanted = this.received.length + notices;
    await new Promise<void>((resolve) => {
      client.subscribe<{ bindingOutcome: { id: string; cursor: string } }>(
        { query: subscription, variables: { after } },
        {
          next: ({ data }) => {
            if (!data || this.received.length >= wanted) return;
            this.received.push(data.bindingOutcome.id);
            this.#cursor = data.bindingOutcome.cursor;
            if (this.received.length >= wanted) this.#socket?.terminate();
          },
          error: () => resolve(),
          complete: () => resolve(),
        },
      );
    });
    await client.dispose();
    return this.received.length >= wanted;
  }
}
