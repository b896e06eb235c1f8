import type { IncomingMessage } from "node:http";
import { anonymous, type Viewer } from "@campus-graph/kit/auth/viewer";
import { LRUCache } from "lru-cache";
import Negotiator from "negotiator";
import { GatewayRefusal } from "../errors/refusal.js";
import type { Credentials } from "./credentials.js";
import { networkOf } from "./network.js";
import type { Sessions } from "./sessions.js";
import type { TokenHolder, TokenVerifier } from "./tokens.js";
import type { CookieHolders } from "./trade-cookie.js";

/** The viewer, with the moments at which the token was issued and expires; null where there is no token. */
export interface Authenticated {
  viewer: Viewer;
  issuedAt: Date | null;
  expiresAt: Date | null;
  /** Of a viewer by cookie: as they are for some minutes more; null: their session is over. */
  renew?: () => Promise<Authenticated | null>;
}

/** Where a request comes from and in which language its errors are to be. */
export type AddressAndLanguage = Pick<Viewer, "address" | "language">;

/**
 * From what a request proves itself by to a viewer. A bad token throws UNAUTHENTICATED; without one, and with a cookie
 * whose session is over, they are anonymous, as anybody whom a browser no longer knows.
 */
export type Authenticate = (
  credentials: Credentials,
  addressAndLanguage: AddressAndLanguage,
) => Promise<Authenticated>;

/** So long a viewer is known at least who is renewed while a socket is open. */
const renewedForMs = 60_000;

export function createAuthenticate(
  verify: TokenVerifier,
  sessions: Sessions,
  holders: CookieHolders,
): Authenticate {
  // A token mostly comes from one place, and then it is one viewer, who is written into signed requests once.
  const last = new WeakMap<TokenHolder, Authenticated>();

  const asFrom = (holder: TokenHolder, { address, language }: AddressAndLanguage): Authenticated => {
    const before = last.get(holder);
    if (before?.viewer.address === address && before.viewer.language === language) return before;
    const authenticated = { ...holder, viewer: { ...holder.viewer, address, language } };
    last.set(holder, authenticated);
    return authenticated;
  };

  /** Null: a cookie of nobody, or of somebody whose token counts no more. */
  const viewerOfCookie = async (
    cookie: string,
    addressAndLanguage: AddressAndLanguage,
    forMs?: number,
  ): Promise<Authenticated | null> => {
    const holder = await holders.of(cookie, forMs);
    if (!holder) return null;
    const authenticated = asFrom(holder, addressAndLanguage);
    try {
      sessions.check(authenticated);
    } catch (error) {
      if (!(error instanceof GatewayRefusal) || error.code !== "UNAUTHENTICATED") throw error;
      holders.forget(cookie);
      return null;
    }
    return authenticated;
  };

  const byCookie: typeof viewerOfCookie = async (cookie, addressAndLanguage, forMs) => {
    // The session may go on although its token counts no more, as when a role of its person is over.
    const authenticated =
      (await viewerOfCookie(cookie, addressAndLanguage, forMs)) ??
      (await viewerOfCookie(cookie, addressAndLanguage, forMs));
    if (authenticated) authenticated.renew ??= () => byCookie(cookie, addressAndLanguage, renewedForMs);
    return authenticated;
  };

  return async ({ authorization, cookie }, addressAndLanguage) => {
    if (authorization === undefined && cookie !== null)
      return (await byCookie(cookie, addressAndLanguage)) ?? anonymousFrom(addressAndLanguage);
    if (authorization === undefined || authorization === "") return anonymousFrom(addressAndLanguage);
    const [, token] = /^Bearer ([\w.~+/-]+=*)$/i.exec(authorization) ?? [];
    if (!token) throw new GatewayRefusal("UNAUTHENTICATED");
    const authenticated = asFrom(await verify(token), addressAndLanguage);
    sessions.check(authenticated);
    return authenticated;
  };
}

function anonymousFrom(addressAndLanguage: AddressAndLanguage): Authenticated {
  return { viewer: { ...anonymous, ...addressAndLanguage }, issuedAt: null, expiresAt: null };
}

/** Open mode knows nobody. */
export const everyoneAnonymous: Authenticate = async (_, addressAndLanguage) =>
  anonymousFrom(addressAndLanguage);

/** A balancer's word on the address counts only where one stands in front: anybody can send that header. */
export function readAddressAndLanguage(request: IncomingMessage, behindProxy: boolean): AddressAndLanguage {
  const forwarded = behindProxy
    ? String(request.headers["x-forwarded-for"] ?? "")
        .split(",")
        .at(-1)
        ?.trim()
    : "";
  return {
    address: networkOf(forwarded || (request.socket.remoteAddress ?? "unknown")),
    language: readLanguage(request.headers["accept-language"]),
  };
}

/** Browsers of one language mostly send the same header, so it is seldom worked out. */
const knownLanguages = new LRUCache<string, Viewer["language"]>({ max: 100 });

/** The language that is wanted most of those that the graph speaks; the city's own when none is. */
export function readLanguage(header: string | undefined): Viewer["language"] {
  if (header === undefined) return "zh-TW";
  const before = knownLanguages.get(header);
  if (before) return before;
  const wanted = new Negotiator({ headers: { "accept-language": header } }).languages();
  const supported = wanted.find((tag) => /^(zh|en)\b/i.test(tag));
  const language = supported?.toLowerCase().startsWith("en") ? "en" : "zh-TW";
  knownLanguages.set(header, language);
  return language;
}
