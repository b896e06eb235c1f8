import { recordAudit } from "@campus-graph/kit/sql/audit";
import { transaction } from "@campus-graph/kit/sql/transaction";
import type { EmailAddress } from "@campus-graph/kit/text/email-address";
import type { ApplicantToken } from "../applicant-tokens.js";
import type { IdentityContext } from "../context.js";
import { WrongCode } from "../domain/refusals.js";
import { useCode } from "../persistence/challenges.js";
import { noteVerified, subjectOfEmail } from "../persistence/subjects.js";

export interface CodeConfirmation {
  challengeId: string;
  code: string;
}

/** Who is known by a code that was sent to an address. */
export interface Applicant {
  subjectId: string;
  verifiedEmail: EmailAddress;
}

/**
 * A right code makes a subject of whoever holds the address, or finds the one they already are. For callers without a
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
  const verifiedEmail = await useCode(context, { purpose: "APPLICATION", challengeId, typed: code });
  if (!verifiedEmail) throw new WrongCode();
  const subjectId = await transaction(context, async (context) => {
    const subjectId = await subjectOfEmail(context, verifiedEmail);
    await noteVerified(context, subjectId, verifiedEmail);
    await recordAudit(context, { act: "verify-email", object: `subject:${subjectId}` });
    return subjectId;
  });
  return { subjectId, verifiedEmail };
}
