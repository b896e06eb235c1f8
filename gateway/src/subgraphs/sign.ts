import type { Keys } from "@campus-graph/kit/auth/keys";
import { signRequest } from "@campus-graph/kit/auth/viewer";
import type { Caller } from "./caller.js";

/** What of a request its signature covers; `body` null: it is streamed and not covered. */
export interface Signed {
  subgraph: string;
  method: string;
  /** Path and search, exactly as sent. */
  path: string;
  body: string | Buffer | null;
}

/** The headers by which a subgraph believes that the gateway asks, and for whom. */
export type Signer = (request: Signed, caller: Pick<Caller, "viewer" | "traceId">) => Record<string, string>;

/** Each subgraph has a key of its own, so that none can call another in the gateway's name. */
export function createSigner(keys: Keys): Signer {
  return ({ subgraph, method, path, body }, { viewer, traceId }) =>
    signRequest(keys.ring(`viewer:${subgraph}`), { audience: subgraph, method, path, body, viewer, traceId });
}

/** Open mode signs nothing: its subgraphs are somebody else's. */
export const unsigned: Signer = () => ({});
