import type { TokenSource } from "./tokens.js";
/** `fetch` as somebody: with the token that is good now, and once more with a new one when the graph refuses it. */
export declare function fetchWithToken(tokens: TokenSource): typeof fetch;
