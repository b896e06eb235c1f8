import type { IncomingMessage } from "node:http";
import { openToken, sealToken } from "@campus-graph/kit/crypto";
import type { Context } from "../services.js";

const cookieName = "campus_device";
const purpose = "known-device";
const lifeS = 365 * 24 * 60 * 60;

/** The account that this browser signed in to before, by the cookie that it was given then. */
export function knownDeviceOf({ keys, clock }: Context, request: IncomingMessage): string | null {
  const [, token] = new RegExp(`(?:^|; *)${cookieName}=([^;]*)`).exec(request.headers.cookie ?? "") ?? [];
  if (!token) return null;
  try {
    return openToken<{ account: string }>(keys.ring("cookie"), purpose, token, clock.now()).account;
  } catch {
    return null;
  }
}

/** The cookie by which the browser is known from now on. It opens nothing: it only keeps strangers' failures apart. */
export function deviceCookie({ keys, clock }: Context, accountId: string, isSecure: boolean): string {
  const expiresAt = new Date(clock.now().getTime() + lifeS * 1_000);
  const token = sealToken(keys.ring("cookie"), purpose, { account: accountId }, expiresAt);
  return `${cookieName}=${token}; Path=/sso; Max-Age=${lifeS}; HttpOnly; SameSite=Lax${isSecure ? "; Secure" : ""}`;
}
