import { countAttempt } from "@campus-graph/kit/auth/attempts";
import { recordAudit } from "@campus-graph/kit/sql/audit";
import { transaction } from "@campus-graph/kit/sql/transaction";
import { parseEmailAddress } from "@campus-graph/kit/text/email-address";
import { mobileNumberIn } from "@campus-graph/kit/text/mobile-number";
import type { IdentityContext } from "../context.js";
import type { CodeDelivery } from "../domain/contact.js";
import { AccountIsDisabled, WrongCode } from "../domain/refusals.js";
import { accountById, accountIdBySignInName, contactsOf, isSignInName } from "../persistence/accounts.js";
import { useCode } from "../persistence/challenges.js";
import { targetIndex } from "../persistence/sealed-person.js";
import type { CodeConfirmation } from "./confirm-verification-code.js";
import { countCode, sendCode } from "./send-code.js";

/** What a person signs in with. */
export interface Logins {
  email: string;
  mobile: string | null;
  userName: string | null;
}

/**
 * Sends a code to the address or number itself, whether or not anybody signs in with it: so it takes the same work, and
 * answers the same, and only who reads that mailbox or holds that telephone learns more.
 */
export async function sendFindLoginCode(
  context: IdentityContext,
  typed: string,
): Promise<{ challengeId: string; by: CodeDelivery }> {
  const mobile = mobileNumberIn(typed.slice(0, 200));
  const target = mobile ?? parseEmailAddress(typed);
  const by = mobile ? "SMS" : "EMAIL";
  const name = `find-login:${targetIndex(context.keys, target)}`;
  await countCode(context, { purpose: "SIGN_IN", by, name, targetIndex: name, knownAs: null });
  if (mobile)
    await countAttempt(context, context.services.smsLimits.number, targetIndex(context.keys, mobile));
  const { id } = await sendCode(context, { purpose: "SIGN_IN", targetIndex: name, by, target });
  return { challengeId: id, by };
}

/** What signs in the account of whoever shows the code; null where the address or number signs nobody in. */
export async function findLogin(
  context: IdentityContext,
  { challengeId, code }: CodeConfirmation,
): Promise<Logins | null> {
  const shown = await useCode(context, { purpose: "SIGN_IN", challengeId, typed: code });
  if (!shown) throw new WrongCode();
  const id = await accountIdBySignInName(context, targetIndex(context.keys, shown.target));
  const account = id === null ? null : await accountById(context, id);
  if (!account) return null;
  if (account.isDisabled) throw new AccountIsDisabled();
  const { email, mobile, userName = null } = contactsOf(context, account);
  const signsIn = mobile !== null && (await isSignInName(context, account.id, mobile));
  await transaction(context, (context) =>
    recordAudit(context, { act: "find-login", object: `account:${account.id}` }),
  );
  return { email, mobile: signsIn ? mobile : null, userName };
}
