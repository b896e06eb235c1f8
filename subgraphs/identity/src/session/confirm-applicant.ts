import { BadInput } from "@campus-graph/kit/refusal";
import { AlreadySignedIn } from "../domain/refusals.js";
import { cookieSessionOf } from "../persistence/cookie-sessions.js";
import { openApplicantSession } from "../use-cases/open-applicant-session.js";
import { sendJson } from "./answers.js";
import { giveCookie } from "./cookies.js";
import { readJson } from "./read-json.js";
import { shownSession } from "./show-session.js";
import type { SessionVisit } from "./visit.js";

/** Whoever shows the code that was mailed to them is an applicant in this browser from now on. */
export async function confirmApplicant(visit: SessionVisit): Promise<void> {
  const { request, response, context, cookie } = visit;
  const { challengeId, code } = await readJson(request);
  if (typeof challengeId !== "string" || typeof code !== "string") throw new BadInput(expected);
  const known = cookie === null ? null : await cookieSessionOf(context, cookie);
  if (known?.kind === "ACCOUNT") throw new AlreadySignedIn();
  const opened = await openApplicantSession(context, { challengeId, code }, cookie);
  giveCookie(visit, opened, { outlivesBrowser: true });
  sendJson(response, 200, await shownSession(visit, opened.secret));
}

const expected = {
  field: "challengeId, code",
  rule: {
    "zh-TW": "請提供驗證碼及其識別碼（文字）。",
    en: "Give both as texts: the id of the challenge, and the code that was mailed.",
  },
};
