import { BadInput, Forbidden } from "@campus-graph/kit/refusals/refusal";
import { cookieSessionOf } from "../persistence/cookie-sessions.js";
import { sessionOf } from "../sso/session-of.js";
import type { ShownFactor } from "../use-cases/give-second-factor.js";
import { questionPasskey } from "../use-cases/question-passkey.js";
import { renewCookie } from "../use-cases/renew-cookie.js";
import { seeSecondFactors } from "../use-cases/see-second-factors.js";
import { stepUp } from "../use-cases/step-up.js";
import { sendJson } from "./answers.js";
import { giveCookie } from "./cookies.js";
import { readJson } from "./read-json.js";
import type { SessionRequest } from "./session-request.js";
import { shownSession } from "./show-session.js";

/** What a page of ours can ask of whoever is signed in: whether they have a second factor, and a question to their passkeys. */
export async function showFactorQuestion(call: SessionRequest): Promise<void> {
  const { context, response } = call;
  const { accountId } = await whoIsSignedIn(call);
  const { factors } = await seeSecondFactors(context, accountId);
  sendJson(response, 200, {
    isEnrolled: factors.length > 0,
    passkey: await questionPasskey(context, accountId),
  });
}

/** The second factor anew, within the session: what can do harm is open for five minutes. The browser gets another cookie. */
export async function giveFactor(call: SessionRequest): Promise<void> {
  const { request, response, context, provider } = call;
  const { accountId, sid, cookie } = await whoIsSignedIn(call);
  await stepUp(context, { accountId, sid }, shownIn(await readJson(request)));
  const renewed = await renewCookie(context, cookie);
  if (!renewed) throw new Forbidden();
  const browser = await sessionOf(provider, request, response);
  giveCookie(call, renewed, { outlivesBrowser: browser?.uid === sid && browser.outlivesBrowser });
  sendJson(response, 200, await shownSession(call, renewed.secret));
}

async function whoIsSignedIn({ context, cookie }: SessionRequest) {
  const session = cookie === null ? null : await cookieSessionOf(context, cookie);
  if (cookie === null || session?.kind !== "ACCOUNT") throw new Forbidden();
  const { subjectId: accountId, sid } = session;
  return { accountId, sid, cookie };
}

function shownIn({ code, passkey }: Readonly<Record<string, unknown>>): ShownFactor {
  if (typeof code === "string") return { code: code.slice(0, 256) };
  if (typeof passkey === "object" && passkey !== null) return { passkey };
  throw new BadInput(expected);
}

const expected = {
  field: "code",
  rule: {
    "zh-TW": "請提供驗證碼（文字），或通行密鑰的回應（物件）。",
    en: "Give a code as text, or what the browser answered for a passkey as an object.",
  },
};
