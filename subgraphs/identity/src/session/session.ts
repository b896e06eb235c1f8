import { countAttempt } from "@campus-graph/kit/auth/attempts";
import { isFromOwnOrigin, sessionCookieOf } from "@campus-graph/kit/auth/session-cookie";
import type { ForwardHandler } from "@campus-graph/kit/http/signed-server";
import { Forbidden, NotFound } from "@campus-graph/kit/refusals/refusal";
import { refusalToShow } from "@campus-graph/kit/sql/interruption";
import type { Opened } from "@campus-graph/kit/subgraph";
import type Provider from "oidc-provider";
import type { IdentityConfig } from "../config.js";
import type { IdentityServices } from "../context.js";
import { dataFilePath } from "../domain/data-request.js";
import { appSignInLimit, dataLinkLimit } from "../domain/limits.js";
import { signOut } from "../use-cases/sign-out.js";
import { sendJson, sendRefusal, showRefusal } from "./answers.js";
import { beginSignIn } from "./begin-sign-in.js";
import { confirmApplicant } from "./confirm-applicant.js";
import { takeCookie } from "./cookies.js";
import { finishSignIn } from "./finish-sign-in.js";
import { giveFactor, showFactorQuestion } from "./give-factor.js";
import { callbackPath, sessionPath } from "./paths.js";
import { sendDataFile } from "./send-data-file.js";
import type { SessionRequest } from "./session-request.js";
import { shownSession, showSession } from "./show-session.js";

const beginning = `GET ${sessionPath}/sign-in`;
const finishing = `GET ${callbackPath}`;
const fetching = `GET ${dataFilePath}`;

/**
 * The session of the city's own apps, by a cookie that no script can read (a backend for frontends, RFC 10017). What
 * changes something is done for pages of ours alone, and so is telling who is signed in.
 */
const handlers: Readonly<Record<string, (call: SessionRequest) => Promise<void> | void>> = {
  [`GET ${sessionPath}`]: showSession,
  // The same for browsers that do not say at a GET which page asks (Safari before 16.4).
  [`POST ${sessionPath}`]: showSession,
  [beginning]: beginSignIn,
  [finishing]: finishSignIn,
  [fetching]: sendDataFile,
  [`POST ${sessionPath}/sign-out`]: leave,
  [`POST ${sessionPath}/applicant`]: confirmApplicant,
  [`POST ${sessionPath}/second-factor/question`]: showFactorQuestion,
  [`POST ${sessionPath}/second-factor`]: giveFactor,
};

export function createSession(
  provider: Provider,
  config: IdentityConfig,
  opened: Opened<IdentityServices>,
): ForwardHandler {
  return async (request, response, { viewer, traceId }) => {
    const { pathname, searchParams: query } = new URL(request.url ?? sessionPath, config.publicUrl);
    const context = opened.contextFor(viewer, traceId);
    const cookie = sessionCookieOf(request.headers, config.publicUrl);
    const route = `${request.method} ${pathname}`;
    const handler = handlers[route];
    const isNavigation = route === beginning || route === finishing || route === fetching;
    try {
      if (!handler) throw new NotFound();
      if (request.method !== "GET" && !isFromOwnOrigin(request.headers, config.publicUrl))
        throw new Forbidden();
      if (isNavigation)
        await countAttempt(context, route === fetching ? dataLinkLimit : appSignInLimit, viewer.address);
      await handler({ request, response, query, cookie, context, config, provider });
    } catch (error) {
      const refusal = refusalToShow(error);
      if (!refusal) throw error;
      if (isNavigation) showRefusal(response, context, refusal);
      else sendRefusal(response, context, refusal);
    }
  };
}

async function leave(call: SessionRequest): Promise<void> {
  const { response, context, cookie } = call;
  if (cookie !== null) await signOut(context, cookie);
  takeCookie(call);
  sendJson(response, 200, await shownSession(call, null));
}
