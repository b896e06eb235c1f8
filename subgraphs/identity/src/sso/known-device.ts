import type { IncomingMessage } from "node:http";
import { openToken, sealToken } from "@campus-graph/kit/auth/crypto";
import { cookieIn, cookieName } from "@campus-graph/kit/auth/session-cookie";
import type { IdentityContext } from "../context.js";
import type { KnownDevice } from "../domain/known-device.js";
import { tokensNotBefore } from "../persistence/subjects.js";

const purpose = "known-device";
const lifeS = 365 * 24 * 60 * 60;

/** What the cookie holds; those of before devices were told apart hold the account alone. */
interface Remembered {
  account: string;
  device?: string;
  /** When it signed in, in milliseconds. */
  at?: number;
}

/** What this browser signed in to before, by the cookie that it was given then; null once that was signed out everywhere. */
export async function knownDeviceOf(
  context: IdentityContext,
  request: IncomingMessage,
  publicUrl: string,
): Promise<KnownDevice | null> {
  const token = cookieIn(request.headers, deviceCookieName(publicUrl));
  const remembered = token ? read(context, token) : null;
  if (!remembered) return null;
  const { account, device = "", at = 0 } = remembered;
  const notBefore = await tokensNotBefore(context, account);
  return notBefore && at < notBefore.getTime() ? null : { accountId: account, id: device };
}

function read({ keys, clock }: IdentityContext, token: string): Remembered | null {
  try {
    return openToken<Remembered>(keys.ring("cookie"), purpose, token, clock.now());
  } catch {
    return null;
  }
}

/** The cookie by which the browser is known from now on. */
export function deviceCookie(
  { keys, clock, newId }: IdentityContext,
  accountId: string,
  publicUrl: string,
): string {
  const at = clock.now().getTime();
  const remembered: Remembered = { account: accountId, device: newId(), at };
  const token = sealToken(keys.ring("cookie"), purpose, remembered, new Date(at + lifeS * 1_000));
  const isSecure = publicUrl.startsWith("https:");
  const where = isSecure ? "Path=/; Secure" : "Path=/sso";
  return `${deviceCookieName(publicUrl)}=${token}; ${where}; Max-Age=${lifeS}; HttpOnly; SameSite=Lax`;
}

function deviceCookieName(publicUrl: string): string {
  return cookieName(publicUrl, "campus_device");
}
