import { type Client } from "graphql-ws";
import type { TokenSource } from "./tokens.js";
/** How a socket was closed. */
export interface Closing {
    readonly code: number;
    readonly reason: string;
}
export declare function isClosing(value: unknown): value is Closing;
/**
 * One socket for all subscriptions of a connection. It opens with the first, closes after the last, and when it is cut
 * comes back by itself, at the next of the graph's addresses, waiting a little longer each time, with a token that is good
 * then; each tail goes on behind the last notice that arrived.
 */
export declare function createSocket(urls: readonly string[], tokens: TokenSource, language?: "zh-TW" | "en"): Client;
