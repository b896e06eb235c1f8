import type { ServerResponse } from "node:http";
import { openToken, sealToken } from "@campus-graph/kit/auth/crypto";
import { cookieIn, cookieName, sessionCookieName } from "@campus-graph/kit/auth/session-cookie";
import type { Language } from "@campus-graph/kit/refusals/refusal";
import type { IdentityConfig } from "../config.js";
import type { OpenedCookie } from "../use-cases/open-cookie-session.js";
import type { SessionRequest } from "./session-request.js";

type From = Pick<SessionRequest, "request" | "context" | "config">;

/** The browser holds the session from now on; until it closes, or until the session's end where 記住我 was chosen. */
export function giveCookie(
  { response, context, config }: Pick<SessionRequest, "response" | "context" | "config">,
  { secret, expiresAt }: OpenedCookie,
  { outlivesBrowser }: { outlivesBrowser: boolean },
): void {
  const lifeS = Math.ceil((expiresAt.getTime() - context.clock.now().getTime()) / 1_000);
  setCookie(response, config, sessionCookieName(config.publicUrl), secret, outlivesBrowser ? lifeS : null);
}

export function takeCookie({ response, config }: Pick<SessionRequest, "response" | "config">): void {
  setCookie(response, config, sessionCookieName(config.publicUrl), "", 0);
}

/** A sign-in that this browser has begun. */
export interface BegunSignIn {
  /** What single sign-on must bring back: a sign-in that another browser began is not finished in this one. */
  state: string;
  returnTo: string;
  language: Language | null;
}

const purpose = "session-sign-in";
const signInLifeS = 60 * 60;

export function giveSignInCookie(
  { response, context, config }: Pick<SessionRequest, "response" | "context" | "config">,
  begun: BegunSignIn,
): void {
  const expiresAt = new Date(context.clock.now().getTime() + signInLifeS * 1_000);
  const sealed = sealToken(context.keys.ring("cookie"), purpose, begun, expiresAt);
  setCookie(response, config, signInCookieName(config), sealed, signInLifeS);
}

export function takeSignInCookie({ response, config }: Pick<SessionRequest, "response" | "config">): void {
  setCookie(response, config, signInCookieName(config), "", 0);
}

/** Null: this browser has begun none, or too long ago. */
export function begunSignIn({ request, context, config }: From): BegunSignIn | null {
  const sealed = cookieIn(request.headers, signInCookieName(config));
  if (sealed === null) return null;
  try {
    return openToken<BegunSignIn>(context.keys.ring("cookie"), purpose, sealed, context.clock.now());
  } catch {
    return null;
  }
}

function signInCookieName({ publicUrl }: IdentityConfig): string {
  return cookieName(publicUrl, "campus-sign-in");
}

function setCookie(
  response: ServerResponse,
  { publicUrl }: IdentityConfig,
  name: string,
  value: string,
  lifeS: number | null,
): void {
  const secure = publicUrl.startsWith("https:") ? "; Secure" : "";
  const life = lifeS === null ? "" : `; Max-Age=${lifeS}`;
  response.appendHeader("set-cookie", `${name}=${value}; Path=/; HttpOnly; SameSite=Lax${secure}${life}`);
}
