/** Where a connection gets its bearer token from. A session of `sign-in.ts` is one. */
export interface TokenSource {
    /** The token to send now; undefined to ask as nobody. */
    current(): Promise<string | undefined>;
    /** A new one, after the graph refused the current one; undefined when there is none to be had. */
    renew(): Promise<string | undefined>;
}
/** A token that somebody else looks after: when it ends, the connection's rights end. */
export declare function fixedToken(token: string | undefined): TokenSource;
