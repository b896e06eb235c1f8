import type { IncomingHttpHeaders } from "node:http";

type Headers = Pick<IncomingHttpHeaders, "cookie" | "origin" | "sec-fetch-site">;

/**
 * The cookie by which a browser is signed in to the city's own apps. With its prefix a browser takes it from this host
 * alone and by https alone, so that no sibling host can plant one.
 */
export function sessionCookieName(publicUrl: string): string {
  return cookieName(publicUrl, "campus");
}

/** A cookie of this host: on https under the prefix that browsers hold to it (RFC 6265bis §4.1.3.2). */
export function cookieName(publicUrl: string, name: string): string {
  return publicUrl.startsWith("https:") ? `__Host-${name}` : name;
}

/** The secret in the session cookie; null where there is none, or where the request may not use it. */
export function sessionCookieOf(headers: Headers, publicUrl: string): string | null {
  if (!isFromOwnOrigin(headers, publicUrl)) return null;
  const secret = cookieIn(headers, sessionCookieName(publicUrl));
  return secret !== null && /^[\w-]{43}$/.test(secret) ? secret : null;
}

/**
 * Whether a page of ours asks. A browser sends cookies along whoever makes it ask, another port of the same host
 * included, but says truly who did: in `Origin`, which a plain GET lacks, or else in `Sec-Fetch-Site`.
 */
export function isFromOwnOrigin(
  { origin, "sec-fetch-site": site }: Omit<Headers, "cookie">,
  publicUrl: string,
): boolean {
  return origin === undefined ? site === "same-origin" : origin === new URL(publicUrl).origin;
}

export function cookieIn({ cookie = "" }: Pick<Headers, "cookie">, name: string): string | null {
  for (const pair of cookie.split(/; */)) if (pair.startsWith(`${name}=`)) return pair.slice(name.length + 1);
  return null;
}
