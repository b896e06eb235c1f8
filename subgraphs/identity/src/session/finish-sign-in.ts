import { cookieIn, sessionCookieName } from "@campus-graph/kit/auth/session-cookie";
import { sessionOf } from "../sso/session-of.js";
import { openCookieSession } from "../use-cases/open-cookie-session.js";
import { redirect } from "./answers.js";
import { type BegunSignIn, begunSignIn, giveCookie, takeSignInCookie } from "./cookies.js";
import { ownPath } from "./paths.js";
import type { SessionRequest } from "./session-request.js";

/** Single sign-on has sent the browser back: it gets its cookie and goes on where it wanted to. */
export async function finishSignIn(call: SessionRequest): Promise<void> {
  const { request, response, query, config, context, provider } = call;
  const begun = begunSignIn(call);
  if (!begun) return fail(call, ownPath(null, config.publicUrl));
  if (query.get("state") !== begun.state) return beginAnew(call, begun);
  takeSignInCookie(call);
  const browser = query.has("error") ? null : await sessionOf(provider, request, response);
  if (!browser) return fail(call, begun.returnTo);
  const opened = await openCookieSession(
    context,
    {
      kind: "ACCOUNT",
      subjectId: browser.accountId,
      sid: browser.uid,
      verifiedEmail: null,
      applicationId: null,
    },
    cookieIn(request.headers, sessionCookieName(config.publicUrl)),
  );
  if (!opened) return fail(call, begun.returnTo);
  giveCookie(call, opened, browser);
  redirect(response, begun.returnTo);
}

/** Another tab has begun a sign-in since, or another site sent the browser here: what is under way is begun anew. */
function beginAnew({ response }: SessionRequest, { returnTo, language }: BegunSignIn): void {
  const params = new URLSearchParams({ returnTo, ...(language ? { locale: language } : {}) });
  redirect(response, `/session/sign-in?${params}`);
}

function fail({ response, config }: SessionRequest, returnTo: string): void {
  const { pathname, searchParams, hash } = new URL(returnTo, config.publicUrl);
  searchParams.set("signIn", "failed");
  redirect(response, `${pathname}?${searchParams}${hash}`);
}
