/// <reference lib="esnext.disposable" preserve="true" />
import type { Client } from "graphql-ws";
import { nameOf, type Operation, type VariablesOf } from "./document.js";
import { execute, type GraphRequest, type GraphResponse } from "./execute.js";
import { GraphFailure, Unreachable } from "./failure.js";
import type { Feed } from "./feeds.js";
import { createSocket } from "./socket.js";
import { Tail } from "./tail.js";
import { fixedToken, type TokenSource } from "./tokens.js";

/** One question and what came back, for logs and for those who want to look on. */
export interface Exchange {
  operation: string;
  variables: object | undefined;
  answer: GraphResponse<unknown>;
  tookMs: number;
}

/** Where the graph is, and whose requests it gets. */
export interface ConnectOptions {
  /** The graph's address, e.g. `http://localhost:4000`; several when it runs in copies, tried in turn. */
  url: string | readonly string[];
  /** A bearer token that lasts as long as the connection is used. Without one all requests are anonymous. */
  token?: string;
  /** Instead of `token`: tokens that are renewed, e.g. a session of `signIn`. */
  tokens?: TokenSource;
  /** The language of refusals. */
  language?: "zh-TW" | "en";
  /** How long an answer over HTTP may take before it counts as lost; however long, when absent. */
  timeoutMs?: number;
  /** Told of every answer. */
  onExchange?: (exchange: Exchange) => void;
}

/** Opens a connection; nothing is sent before the first question. */
export function connect(options: ConnectOptions): Connection {
  return new Connection(options);
}

/** A typed client of the graph: questions over HTTP, notices over one WebSocket. */
export class Connection {
  readonly #urls: readonly string[];
  readonly #tokens: TokenSource;
  readonly #language: "zh-TW" | "en";
  readonly #timeoutMs: number | undefined;
  readonly #onExchange: (exchange: Exchange) => void;
  #socket: Client | undefined;

  constructor({
    url,
    token,
    tokens,
    language = "zh-TW",
    timeoutMs,
    onExchange = () => undefined,
  }: ConnectOptions) {
    this.#urls = typeof url === "string" ? [url] : url;
    this.#tokens = tokens ?? fixedToken(token);
    this.#language = language;
    this.#timeoutMs = timeoutMs;
    this.#onExchange = onExchange;
  }

  /** The answer to a query. Throws `GraphFailure` if there is any error; `answer` gives what could be had beside it. */
  async query<Data, Variables extends object>(
    operation: Operation<Data, Variables>,
    ...[variables]: VariablesOf<Variables>
  ): Promise<Data> {
    return whole(await this.#request(operation, variables));
  }

  /** The answer to a mutation. Sent again, to another copy, only where the first surely never got it. */
  async mutate<Data, Variables extends object>(
    operation: Operation<Data, Variables>,
    ...[variables]: VariablesOf<Variables>
  ): Promise<Data> {
    return whole(await this.#request(operation, variables, "once"));
  }

  /** Data and errors side by side, for a screen that shows what there is. */
  answer<Data, Variables extends object>(
    operation: Operation<Data, Variables>,
    ...[variables]: VariablesOf<Variables>
  ): Promise<GraphResponse<Data>> {
    return this.#request(operation, variables);
  }

  /**
   * The notices of a feed from `after` on, or from now on: then the feed's list is read for its end first, so that
   * what happens between this call and the open socket is not missed.
   */
  async subscribe<Notice extends { readonly cursor: string }, List, Live>(
    feed: Feed<Notice, List, Live>,
    { after }: { after?: string | undefined } = {},
  ): Promise<Tail<Notice>> {
    const from = after ?? feed.endOf(whole(await this.#request(feed.list, { last: 1 })));
    this.#socket ??= createSocket(this.#urls, this.#tokens, this.#language);
    return new Tail<Notice>(this.#socket, feed as Feed<Notice>, from ?? undefined);
  }

  /** Closes the socket. Tails end; their cursors stay good. */
  async close(): Promise<void> {
    const socket = this.#socket;
    this.#socket = undefined;
    try {
      await socket?.dispose();
    } catch {
      // It was just trying to come back, in vain: there is nothing left to close.
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  async #request<Data>(
    operation: Operation<Data, never>,
    variables: object | undefined,
    repeat: "freely" | "once" = "freely",
  ): Promise<GraphResponse<Data>> {
    const began = performance.now();
    const question = { operation, variables, language: this.#language, timeoutMs: this.#timeoutMs };
    const answer = await this.#requestFromACopy<Data>(question, repeat);
    this.#onExchange({ operation: nameOf(operation), variables, answer, tookMs: performance.now() - began });
    return answer;
  }

  async #requestFromACopy<Data>(
    question: Omit<GraphRequest, "token" | "url">,
    repeat: "freely" | "once",
  ): Promise<GraphResponse<Data>> {
    let unreachable: unknown;
    for (const url of this.#urls) {
      try {
        return await this.#requestWithToken<Data>({ ...question, url });
      } catch (error) {
        if (!(error instanceof Unreachable)) throw error;
        if (repeat === "once" && error.mayHaveArrived) throw error;
        unreachable = error;
      }
    }
    throw unreachable;
  }

  async #requestWithToken<Data>(question: Omit<GraphRequest, "token">): Promise<GraphResponse<Data>> {
    const answer = await execute<Data>({ ...question, token: await this.#tokens.current() });
    // With no data at all nothing was done, so that asking again with a new token repeats nothing.
    if (answer.data !== null || answer.errors[0]?.extensions?.code !== "UNAUTHENTICATED") return answer;
    const renewed = await this.#tokens.renew();
    return renewed ? execute<Data>({ ...question, token: renewed }) : answer;
  }
}

function whole<Data>({ data, errors }: GraphResponse<Data>): Data {
  if (errors.length > 0 || data === null) throw new GraphFailure(errors, data);
  return data;
}
