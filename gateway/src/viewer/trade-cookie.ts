import { hash } from "node:crypto";
import { anonymous } from "@campus-graph/kit/auth/viewer";
import { LRUCache } from "lru-cache";
import { GatewayRefusal } from "../errors/refusal.js";
import type { SubgraphClient } from "../subgraphs/client.js";
import { newTraceId } from "../subgraphs/trace-id.js";
import type { TokenHolder, TokenVerifier } from "./tokens.js";

/** Who is signed in by a cookie; null: nobody, or nobody any more. */
export interface CookieHolders {
  /** Known for `forMs` more, so that what is begun now need not be renewed in its midst. */
  of(cookie: string, forMs?: number): Promise<TokenHolder | null>;
  /** Asks identity anew the next time. */
  forget(cookie: string): void;
}

/** Trades a cookie for an access token at identity; null: it is no session's. */
export type TradeCookie = (cookie: string) => Promise<string | null>;

export function createTradeCookie(client: SubgraphClient): TradeCookie {
  return async (cookie) => {
    const caller = { viewer: anonymous, traceId: newTraceId(), signal: AbortSignal.timeout(5_000) };
    const body = JSON.stringify({ cookie });
    const answer = await client.post(
      { subgraph: "identity", path: "/internal/session-token", body, repeatable: true },
      caller,
    );
    const { traded } = answer as { traded?: { token: string } | null };
    // Anything else says nothing about the cookie.
    if (traded === undefined) throw new GatewayRefusal("SUBGRAPH_UNAVAILABLE", { serviceName: "identity" });
    return traded?.token ?? null;
  };
}

interface Options {
  trade: TradeCookie;
  verify: TokenVerifier;
  /** Cookies of somebody that are remembered at most, and as many of nobody. */
  remembered?: number;
  now?: () => number;
}

/** A secret that stands for nobody never will: it is drawn anew for each session. */
const nobodyForMs = 60_000;

/** A token that ended on its way was its session's last. */
function whenRefused(error: unknown): undefined {
  if (!(error instanceof GatewayRefusal) || error.code !== "UNAUTHENTICATED") throw error;
}

/** A request shortly before a token expires is answered with the next token. */
const leastLeftMs = 5_000;

/**
 * Remembers who is behind a cookie as long as their token lives. The end of the session arrives over
 * the bus, as for any session. Whoever must change their password first is not remembered: they may do so the next moment.
 */
export function createCookieHolders({
  trade,
  verify,
  remembered = 20_000,
  now = Date.now,
}: Options): CookieHolders {
  const known = new LRUCache<string, { holder: TokenHolder; until: number }>({ max: remembered });
  // Apart, since anybody can make up as many as they like.
  const nobodies = new LRUCache<string, number>({ max: remembered });
  const underWay = new Map<string, Promise<TokenHolder | null>>();

  const tradeNow = async (digest: string, cookie: string): Promise<TokenHolder | null> => {
    const token = await trade(cookie);
    const holder = token === null ? null : await verify(token).catch(whenRefused);
    known.delete(digest);
    if (holder === null) nobodies.set(digest, now() + nobodyForMs);
    else if (holder && holder.viewer.assurance !== "must-change-password")
      known.set(digest, { holder, until: holder.expiresAt.getTime() });
    return holder ?? null;
  };

  return {
    of(cookie, forMs = leastLeftMs) {
      const digest = hash("sha256", cookie, "base64");
      const before = known.get(digest);
      if (before && before.until > now() + forMs) return Promise.resolve(before.holder);
      if ((nobodies.get(digest) ?? 0) > now()) return Promise.resolve(null);
      // A page asks for several things at once when it opens.
      const pending = underWay.get(digest);
      if (pending) return pending;
      const trading = tradeNow(digest, cookie).finally(() => underWay.delete(digest));
      underWay.set(digest, trading);
      return trading;
    },
    forget: (cookie) => void known.delete(hash("sha256", cookie, "base64")),
  };
}
