import { sealToken } from "@campus-graph/kit/auth/crypto";
import { subjectOf } from "@campus-graph/kit/context";
import { NotFound } from "@campus-graph/kit/refusals/refusal";
import { recordAudit } from "@campus-graph/kit/sql/audit";
import { isId } from "@campus-graph/kit/sql/id";
import { transaction } from "@campus-graph/kit/sql/transaction";
import type { IdentityContext } from "../context.js";
import { EmailNotVerified, WrongCode } from "../domain/refusals.js";
import { useCode } from "../persistence/challenges.js";
import { ownDeclaredPersons } from "../persistence/declared-persons.js";
import { hasVerified } from "../persistence/subjects.js";
import type { CodeConfirmation } from "./confirm-verification-code.js";

/** Long enough to send the form that is open, too short to be put aside. */
const proofLifeMs = 15 * 60_000;

export interface SignatureConfirmation extends CodeConfirmation {
  applicationId: string;
}

export interface SignatureProof {
  proof: string;
  expiresAt: Date;
}

/**
 * Signs for whoever cannot draw: who shows a fresh code that went to an address they had verified before is the person
 * whose application it is. The proof is sealed for binding, for this person and this application.
 */
export async function confirmSignature(
  context: IdentityContext,
  { challengeId, code, applicationId }: SignatureConfirmation,
): Promise<SignatureProof> {
  const subject = subjectOf(context);
  const { applicationId: only } = context.viewer;
  if (!isId(applicationId) || (only !== null && only !== applicationId)) throw new NotFound();
  const shown = await useCode(context, { purpose: "APPLICATION", challengeId, typed: code });
  if (!shown) throw new WrongCode();
  // The form is sealed with the address that its signer had verified.
  if (shown.by !== "EMAIL") throw new EmailNotVerified();
  const verifiedEmail = shown.target;
  if (!(await hasVerified(context, subject, verifiedEmail))) throw new EmailNotVerified();
  await transaction(context, (context) =>
    recordAudit(context, { act: "confirm-signature", object: `application:${applicationId}` }),
  );
  const confirmedAt = context.clock.now();
  const expiresAt = new Date(confirmedAt.getTime() + proofLifeMs);
  // What is signed is what was declared by then: another declaration takes another code.
  const declared = (await ownDeclaredPersons(context, [applicationId])).get(applicationId);
  const facts = {
    id: context.newId(),
    subject,
    applicationId,
    verifiedEmail,
    confirmedAt,
    ...(declared && { declarationId: declared.id }),
  };
  return {
    proof: sealToken(context.keys.ring("declaration"), "signature-proof", facts, expiresAt),
    expiresAt,
  };
}
