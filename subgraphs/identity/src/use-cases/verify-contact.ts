import { subjectOf } from "@campus-graph/kit/context";
import { recordAudit } from "@campus-graph/kit/sql/audit";
import { transaction } from "@campus-graph/kit/sql/transaction";
import type { EmailAddress } from "@campus-graph/kit/text/email-address";
import type { IdentityContext } from "../context.js";
import { WrongCode } from "../domain/refusals.js";
import { useCode } from "../persistence/challenges.js";
import { noteVerified } from "../persistence/subjects.js";
import type { CodeConfirmation } from "./confirm-verification-code.js";

export interface VerifiedContact {
  by: "EMAIL";
  target: EmailAddress;
}

/** A caller who has a token shows that a further address is theirs. No token is minted, and none lives longer for it. */
export async function verifyContact(
  context: IdentityContext,
  { challengeId, code }: CodeConfirmation,
): Promise<VerifiedContact> {
  const subjectId = subjectOf(context);
  const email = await useCode(context, { purpose: "APPLICATION", challengeId, typed: code });
  if (!email) throw new WrongCode();
  await transaction(context, async (context) => {
    await noteVerified(context, subjectId, email);
    await recordAudit(context, { act: "verify-email", object: `subject:${subjectId}` });
  });
  return { by: "EMAIL", target: email };
}
