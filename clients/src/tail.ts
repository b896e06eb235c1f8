/// <reference lib="esnext.disposable" preserve="true" />
import type { Client } from "graphql-ws";
import { nameOf } from "./document.js";
import { type GraphError, GraphFailure, TailEnded } from "./failure.js";
import type { Feed } from "./feeds.js";
import { isClosing } from "./socket.js";

/** A notice as it arrived. `errors` name the fields that could not be had; those are null in the notice. */
export interface Arrival<Notice> {
  notice: Notice;
  errors: readonly GraphError[];
}

/** Nothing came within the time that the caller was willing to wait. */
export class NothingCame extends Error {
  override readonly name = "NothingCame";

  constructor(waitedMs: number) {
    super(`No notice came within ${waitedMs} ms.`);
  }
}

/** The notices of a feed from a cursor on, in order, each once, across cuts of the socket. */
export class Tail<Notice extends { readonly cursor: string }>
  implements AsyncIterableIterator<Arrival<Notice>>
{
  readonly #arrived: Arrival<Notice>[] = [];
  readonly #unsubscribe: () => void;
  #cursor: string | undefined;
  #failure: Error | undefined;
  #ended = false;
  #wake: (() => void) | undefined;

  constructor(client: Client, feed: Feed<Notice>, after: string | undefined) {
    this.#cursor = after;
    this.#unsubscribe = client.subscribe<object>(
      { query: feed.tail.toString(), operationName: nameOf(feed.tail), variables: { after } },
      {
        next: ({ data, errors = [] }) => {
          const notice = data ? feed.noticeOf(data) : undefined;
          if (!notice) return this.#end(new GraphFailure(errors, data));
          this.#arrived.push({ notice, errors });
          this.#wake?.();
        },
        error: (cause) => this.#end(asError(cause)),
        complete: () => this.#end(undefined),
      },
    );
  }

  /** The cursor of the last notice that the reader has taken: give it as `after` to go on from there another time. */
  get cursor(): string | undefined {
    return this.#cursor;
  }

  /** The next notice; with `withinMs` it gives up waiting and throws `NothingCame`. One reader at a time. */
  async next(withinMs?: number): Promise<IteratorResult<Arrival<Notice>, undefined>> {
    if (this.#arrived.length === 0 && !this.#ended) await this.#somethingComes(withinMs);
    const arrival = this.#arrived.shift();
    if (arrival) {
      this.#cursor = arrival.notice.cursor;
      return { done: false, value: arrival };
    }
    if (this.#failure) throw this.#failure;
    return { done: true, value: undefined };
  }

  /** The next notice itself. Throws `NothingCame` after `withinMs`, and when the tail has ended. */
  async take(withinMs = 30_000): Promise<Notice> {
    const { done, value } = await this.next(withinMs);
    if (done) throw new TailEnded(1000, "STOPPED");
    return value.notice;
  }

  /** Leaves the subscription. What arrived and was not taken is dropped; `cursor` still says where to go on. */
  stop(): void {
    this.#unsubscribe();
    this.#arrived.length = 0;
    this.#end(undefined);
  }

  async return(): Promise<IteratorResult<Arrival<Notice>, undefined>> {
    this.stop();
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.stop();
  }

  #end(failure: Error | undefined): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#failure = failure;
    this.#wake?.();
  }

  #somethingComes(withinMs: number | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer =
        withinMs === undefined ? undefined : setTimeout(() => reject(new NothingCame(withinMs)), withinMs);
      this.#wake = () => {
        clearTimeout(timer);
        this.#wake = undefined;
        resolve();
      };
    });
  }
}

function asError(cause: unknown): Error {
  if (Array.isArray(cause)) return new GraphFailure(cause as GraphError[]);
  if (cause instanceof Error) return cause;
  if (isClosing(cause)) return new TailEnded(cause.code, cause.reason);
  return new TailEnded(1006, "UNREACHABLE");
}
