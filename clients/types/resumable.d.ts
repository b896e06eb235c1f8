import type { Client } from "graphql-ws";
/**
 * A graphql-ws client whose subscriptions go on where they were. By itself it sends the same message again at each
 * reconnect, so that a tail begins anew at its first `after`. Here `after` moves on with the `cursor` of each notice that
 * arrives: for operations that declare `$after` and select `cursor`.
 */
export declare function resumable(client: Client): Client;
