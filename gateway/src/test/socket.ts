import { type Client, createClient, type ExecutionResult } from "graphql-ws";
import WebSocket from "ws";
import type { Gateway } from "../gateway.js";

type Message = ExecutionResult<Record<string, unknown>, Record<string, unknown>>;

/** A client on a real socket that queues what it is sent, so that a test misses nothing. */
export class TestSocket implements AsyncDisposable {
  readonly #client: ReturnType<typeof createClient>;
  /** Resolves to the code and reason of the socket's close. */
  readonly closed: Promise<{ code: number; reason: string }>;
  /** The socket beneath, once it is open. */
  socket: WebSocket | undefined;

  constructor(
    { url }: Gateway,
    connectionParams: Record<string, unknown> = {},
    headers: Record<string, string> = {},
  ) {
    const noteSocket = (socket: WebSocket) => {
      this.socket = socket;
    };
    class NotedSocket extends WebSocket {
      constructor(address: string, protocols: string) {
        super(address, protocols, { headers });
        noteSocket(this);
      }
    }
    const { promise, resolve } = Promise.withResolvers<{ code: number; reason: string }>();
    this.closed = promise;
    this.#client = createClient({
      url: `${url.replace("http", "ws")}/graphql`,
      webSocketImpl: NotedSocket,
      connectionParams,
      retryAttempts: 0,
      lazy: true,
      on: { closed: (event) => resolve(event as { code: number; reason: string }) },
    });
  }

  static as(gateway: Gateway, token: string): TestSocket {
    return new TestSocket(gateway, { authorization: `Bearer ${token}` });
  }

  run(query: string, variables?: Record<string, unknown>): AsyncIterableIterator<Message> {
    return this.send({ query, variables: variables ?? null });
  }

  /** Sends a subscribe message as it is. */
  send(payload: Parameters<Client["iterate"]>[0]): AsyncIterableIterator<Message> {
    return this.#client.iterate(payload) as AsyncIterableIterator<Message>;
  }

  /** The next so many messages of a subscription. */
  static async take(messages: AsyncIterableIterator<Message>, count: number): Promise<Message[]> {
    const taken: Message[] = [];
    while (taken.length < count) {
      const { value, done } = await messages.next();
      if (done) break;
      taken.push(value);
    }
    return taken;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#client.dispose();
  }
}
