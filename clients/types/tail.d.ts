/// <reference lib="esnext.disposable" preserve="true" />
import type { Client } from "graphql-ws";
import { type GraphError } from "./failure.js";
import type { Feed } from "./feeds.js";
/** A notice as it arrived. `errors` name the fields that could not be had; those are null in the notice. */
export interface Arrival<Notice> {
    notice: Notice;
    errors: readonly GraphError[];
}
/** Nothing came within the time that the caller was willing to wait. */
export declare class NothingCame extends Error {
    readonly name = "NothingCame";
    constructor(waitedMs: number);
}
/** The notices of a feed from a cursor on, in order, each once, across cuts of the socket. */
export declare class Tail<Notice extends {
    readonly cursor: string;
}> implements AsyncIterableIterator<Arrival<Notice>> {
    #private;
    constructor(client: Client, feed: Feed<Notice>, after: string | undefined);
    /** The cursor of the last notice that the reader has taken: give it as `after` to go on from there another time. */
    get cursor(): string | undefined;
    /** The next notice; with `withinMs` it gives up waiting and throws `NothingCame`. One reader at a time. */
    next(withinMs?: number): Promise<IteratorResult<Arrival<Notice>, undefined>>;
    /** The next notice itself. Throws `NothingCame` after `withinMs`, and when the tail has ended. */
    take(withinMs?: number): Promise<Notice>;
    /** Leaves the subscription. What arrived and was not taken is dropped; `cursor` still says where to go on. */
    stop(): void;
    return(): Promise<IteratorResult<Arrival<Notice>, undefined>>;
    [Symbol.asyncIterator](): this;
    [Symbol.asyncDispose](): Promise<void>;
}
