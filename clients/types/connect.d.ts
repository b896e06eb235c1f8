/// <reference lib="esnext.disposable" preserve="true" />
import { type Answer } from "./ask.js";
import { type Operation, type VariablesOf } from "./document.js";
import type { Feed } from "./feeds.js";
import { Tail } from "./tail.js";
import { type TokenSource } from "./tokens.js";
/** One question and what came back, for logs and for those who want to look on. */
export interface Exchange {
    operation: string;
    variables: object | undefined;
    answer: Answer<unknown>;
    tookMs: number;
}
/** Where the graph is and as whom it is asked. */
export interface ConnectOptions {
    /** The graph's address, e.g. `http://localhost:4000`; several when it runs in copies, tried in turn. */
    url: string | readonly string[];
    /** A bearer token that lasts as long as the connection is used. Without one the graph is asked as nobody. */
    token?: string;
    /** Instead of `token`: tokens that are renewed, e.g. a session of `signIn`. */
    tokens?: TokenSource;
    /** The language of refusals. */
    language?: "zh-TW" | "en";
    /** Told of every answer. */
    onExchange?: (exchange: Exchange) => void;
}
/** Opens a connection; nothing is sent before the first question. */
export declare function connect(options: ConnectOptions): Connection;
/** A typed client of the graph: questions over HTTP, notices over one WebSocket. */
export declare class Connection {
    #private;
    constructor({ url, token, tokens, language, onExchange }: ConnectOptions);
    /** The answer to a query. Throws `GraphFailure` if there is any error; `answer` gives what could be had beside it. */
    query<Data, Variables extends object>(operation: Operation<Data, Variables>, ...[variables]: VariablesOf<Variables>): Promise<Data>;
    /** The answer to a mutation. Sent again, to another copy, only where the first surely never got it. */
    mutate<Data, Variables extends object>(operation: Operation<Data, Variables>, ...[variables]: VariablesOf<Variables>): Promise<Data>;
    /** Data and errors side by side, for a screen that shows what there is. */
    answer<Data, Variables extends object>(operation: Operation<Data, Variables>, ...[variables]: VariablesOf<Variables>): Promise<Answer<Data>>;
    /**
     * The notices of a feed from `after` on, or from now on: then the feed's list is read for its end first, so that
     * what happens between this call and the open socket is not missed.
     */
    subscribe<Notice extends {
        readonly cursor: string;
    }, List, Live>(feed: Feed<Notice, List, Live>, { after }?: {
        after?: string | undefined;
    }): Promise<Tail<Notice>>;
    /** Closes the socket. Tails end; their cursors stay good. */
    close(): Promise<void>;
    [Symbol.asyncDispose](): Promise<void>;
}
