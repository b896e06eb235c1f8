import { randomBytes } from "node:crypto";
import type { Language } from "@campus-graph/kit/refusals/refusal";
import { appsClient } from "../access-tokens.js";
import { isLoopback } from "../domain/loopback.js";
import { redirect } from "./answers.js";
import { giveSignInCookie } from "./cookies.js";
import { callbackPath, ownPath } from "./paths.js";
import type { SessionRequest } from "./session-request.js";

/**
 * Sends the browser to single sign-on. It asks for neither code nor token: what comes back is only that somebody has
 * signed in, and who that is stands in this browser's own session with single sign-on.
 */
export function beginSignIn(call: SessionRequest): void {
  const { request, response, query, config } = call;
  if (isOtherLoopbackName(call)) {
    redirect(response, `${config.publicUrl}${request.url}`);
    return;
  }
  const state = randomBytes(32).toString("base64url");
  const language = languageIn(query);
  giveSignInCookie(call, { state, returnTo: ownPath(query.get("returnTo"), config.publicUrl), language });
  const params = new URLSearchParams({
    client_id: appsClient,
    response_type: "none",
    scope: "openid",
    redirect_uri: `${config.publicUrl}${callbackPath}`,
    state,
    ...(language ? { ui_locales: language } : {}),
  });
  redirect(response, `/sso/auth?${params}`);
}

function languageIn(query: URLSearchParams): Language | null {
  const locale = query.get("locale");
  return locale === "zh-TW" || locale === "en" ? locale : null;
}

/** 127.0.0.1 and localhost are one machine, but cookies of the one are not the other's, where sign-in returns to. */
function isOtherLoopbackName({ request, config }: SessionRequest): boolean {
  const own = new URL(config.publicUrl);
  const params = `${own.protocol}//${request.headers["x-forwarded-host"] ?? own.host}`;
  if (!URL.canParse(params)) return false;
  const { hostname, port } = new URL(params);
  return hostname !== own.hostname && port === own.port && isLoopback(hostname) && isLoopback(own.hostname);
}
