import { BadInput } from "@campus-graph/kit/refusals/refusal";
import { appsClient } from "../access-tokens.js";
import { AlreadySignedIn } from "../domain/refusals.js";
import { cookieSessionOf } from "../persistence/cookie-sessions.js";
import { noteDevice } from "../persistence/session-devices.js";
import { openApplicantSession } from "../use-cases/open-applicant-session.js";
import { openApplicationSession } from "../use-cases/open-application-session.js";
import type { OpenedCookie } from "../use-cases/open-cookie-session.js";
import { sendJson } from "./answers.js";
import { giveCookie } from "./cookies.js";
import { readJson } from "./read-json.js";
import type { SessionRequest } from "./session-request.js";
import { shownSession } from "./show-session.js";

/** Whoever shows the code that was mailed to them is an applicant in this browser from now on. */
export async function confirmApplicant(call: SessionRequest): Promise<void> {
  const { request, response, context } = call;
  const opened = await open(call, await readJson(request));
  giveCookie(call, opened, { outlivesBrowser: true });
  const session = await cookieSessionOf(context, opened.secret);
  if (session)
    await noteDevice(context, { sid: session.sid, client: appsClient, agent: request.headers["user-agent"] });
  sendJson(response, 200, await shownSession(call, opened.secret));
}

async function open(
  { context, cookie }: SessionRequest,
  { challengeId, code, declaration }: Readonly<Record<string, unknown>>,
): Promise<OpenedCookie> {
  if (typeof declaration === "string") return openApplicationSession(context, declaration, cookie);
  if (typeof challengeId !== "string" || typeof code !== "string") throw new BadInput(expected);
  const known = cookie === null ? null : await cookieSessionOf(context, cookie);
  if (known?.kind === "ACCOUNT") throw new AlreadySignedIn();
  return openApplicantSession(context, { challengeId, code }, cookie);
}

const expected = {
  field: "challengeId, code",
  rule: {
    "zh-TW": "請提供驗證碼及其識別碼（文字）。",
    en: "Give both as texts: the id of the challenge, and the code that was mailed.",
  },
};
