import { recordAudit } from "@campus-graph/kit/sql/audit";
import { transaction } from "@campus-graph/kit/sql/transaction";
import type { EmailAddress } from "@campus-graph/kit/text/email-address";
import type { ApplicantToken } from "../applicant-tokens.js";
import type { IdentityContext } from "../context.js";
import { AccountIsDisabled, WrongCode } from "../domain/refusals.js";
import { accountById } from "../persistence/accounts.js";
import { useCode } from "../persistence/challenges.js";
import { noteVerified, subjectOfTarget } from "../persistence/subjects.js";

export interface CodeConfirmation {
  challengeId: string;
  code: string;
}

/** Who is known by a code that was sent to an address or a number. */
export interface Applicant {
  subjectId: string;
  /** Null where the code came by text message: the address that becomes the login is verified on the way. */
  verifiedEmail: EmailAddress | null;
}

/**
 * A right code makes a subject of whoever holds the address or number, or finds the one they already are. For callers without a
 * token: who has one verifies a further address by `verifyContact`, and gets no other token for it.
 */
export async function confirmVerificationCode(
  context: IdentityContext,
  confirmation: CodeConfirmation,
): Promise<ApplicantToken> {
  const applicant = await applicantOfCode(context, confirmation);
  return context.services.applicantTokens.mint({ ...applicant, applicationId: null }, context.clock.now());
}

/** The same for who is to be known by a cookie. */
export async function applicantOfCode(
  context: IdentityContext,
  { challengeId, code }: CodeConfirmation,
): Promise<Applicant> {
  const shown = await useCode(context, { purpose: "APPLICATION", challengeId, typed: code });
  if (!shown) throw new WrongCode();
  const subjectId = await transaction(context, async (context) => {
    const subjectId = await subjectOfTarget(context, shown.target);
    if ((await accountById(context, subjectId))?.isDisabled) throw new AccountIsDisabled();
    await noteVerified(context, subjectId, shown.target);
    await recordAudit(context, { act: verifyAct[shown.by], object: `subject:${subjectId}` });
    return subjectId;
  });
  return { subjectId, verifiedEmail: shown.by === "EMAIL" ? shown.target : null };
}

/** As the audit has it. */
export const verifyAct = { EMAIL: "verify-email", SMS: "verify-mobile" } as const;
