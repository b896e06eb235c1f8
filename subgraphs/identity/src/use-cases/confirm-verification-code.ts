import { recordAudit } from "@campus-graph/kit/audit";
import { transaction } from "@campus-graph/kit/transaction";
import type { ApplicantToken } from "../applicant-tokens.js";
import { WrongCode } from "../domain/refusals.js";
import { useCode } from "../persistence/challenges.js";
import { noteVerified, subjectOfEmail } from "../persistence/subjects.js";
import type { Context } from "../services.js";

export interface CodeConfirmation {
  challengeId: string;
  code: string;
}

/**
 * A right code makes a subject of whoever holds the address, or finds the one they already are. For callers without a
 * token: who has one verifies a further address by `verifyContact`, and gets no other token for it.
 */
export async function confirmVerificationCode(
  context: Context,
  { challengeId, code }: CodeConfirmation,
): Promise<ApplicantToken> {
  const email = await useCode(context, { purpose: "APPLICATION", challengeId, typed: code });
  if (!email) throw new WrongCode();
  const subjectId = await transaction(context, async (context) => {
    const subjectId = await subjectOfEmail(context, email);
    await noteVerified(context, subjectId, email);
    await recordAudit(context, { act: "verify-email", object: `subject:${subjectId}` });
    return subjectId;
  });
  return context.services.applicantTokens.mint(
    { subjectId, verifiedEmail: email, applicationId: null },
    context.clock.now(),
  );
}
