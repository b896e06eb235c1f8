import { subjectOf } from "@campus-graph/kit/context";
import { recordAudit } from "@campus-graph/kit/sql/audit";
import { transaction } from "@campus-graph/kit/sql/transaction";
import type { MobileNumber } from "@campus-graph/kit/text/mobile-number";
import type { IdentityContext } from "../context.js";
import type { Contact } from "../domain/contact.js";
import { WrongCode } from "../domain/refusals.js";
import { accountById, contactsOf, takeSignInName } from "../persistence/accounts.js";
import { useCode } from "../persistence/challenges.js";
import { noteVerified } from "../persistence/subjects.js";
import { type CodeConfirmation, verifyAct } from "./confirm-verification-code.js";

/**
 * A caller who has a token shows that a further address or number is theirs. No token is minted, and none lives longer
 * for it. The mobile number on record signs its account in from now on.
 */
export async function verifyContact(
  context: IdentityContext,
  { challengeId, code }: CodeConfirmation,
): Promise<Contact> {
  const subjectId = subjectOf(context);
  const shown = await useCode(context, { purpose: "APPLICATION", challengeId, typed: code });
  if (!shown) throw new WrongCode();
  await transaction(context, async (context) => {
    await noteVerified(context, subjectId, shown.target);
    if (shown.by === "SMS") await letMobileSignIn(context, subjectId, shown.target);
    await recordAudit(context, { act: verifyAct[shown.by], object: `subject:${subjectId}` });
  });
  return shown;
}

/** Another number than the one on record is a change of contact, which takes more than this code. */
async function letMobileSignIn(context: IdentityContext, id: string, mobile: MobileNumber): Promise<void> {
  const account = await accountById(context, id);
  if (account && contactsOf(context, account).mobile === mobile)
    await takeSignInName(context, id, "MOBILE", mobile);
}
