import { type Connection, connect } from "@campus-graph/clients/connect";
import { billNotices } from "@campus-graph/clients/feeds";
import type { Tail } from "@campus-graph/clients/tail";
import type { TokenSource } from "@campus-graph/clients/tokens";
import { persistently } from "./persistence.js";

/** A guardian's app: reads the notices of bills as they come, over whichever gateway lives, and keeps their ids. */
export class Reader {
  readonly received: string[] = [];
  readonly #connection: Connection;
  #tail: Tail<{ id: string; cursor: string }> | undefined;
  #stopped = false;
  #reading: Promise<void> | undefined;

  constructor(urls: readonly string[], tokens: TokenSource) {
    this.#connection = connect({ url: urls, tokens });
  }

  /** From now on, until stopped. */
  async start(): Promise<void> {
    await this.#subscribe(undefined);
    this.#reading = this.#read();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#tail?.stop();
    await this.#reading;
    await this.#connection.close();
  }

  async #subscribe(after: string | undefined): Promise<void> {
    this.#tail = await persistently(() => this.#connection.subscribe(billNotices, { after }));
  }

  async #read(): Promise<void> {
    while (!this.#stopped) {
      try {
        for await (const { notice } of this.#tail!) this.received.push(notice.id);
      } catch {
        // It ended with the session, which its tokens find anew.
      }
      if (!this.#stopped) await this.#subscribe(this.#tail?.cursor);
    }
  }
}
