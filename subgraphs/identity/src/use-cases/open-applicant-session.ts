import type { IdentityContext } from "../context.js";
import { applicantOfCode, type CodeConfirmation } from "./confirm-verification-code.js";
import { type OpenedCookie, openCookieSession } from "./open-cookie-session.js";

/** A right code opens a session that the applicant's browser holds by a cookie; no token is handed out. */
export async function openApplicantSession(
  context: IdentityContext,
  confirmation: CodeConfirmation,
  before: string | null,
): Promise<OpenedCookie> {
  const applicant = await applicantOfCode(context, confirmation);
  const sid = context.newId();
  const opened = await openCookieSession(
    context,
    { kind: "APPLICANT", sid, ...applicant, applicationId: null },
    before,
  );
  if (!opened) throw new Error("A session ended that nobody knew yet.");
  return opened;
}
