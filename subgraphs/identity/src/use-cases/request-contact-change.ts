import { subjectOf } from "@campus-graph/kit/context";
import { Forbidden } from "@campus-graph/kit/refusals/refusal";
import { isId } from "@campus-graph/kit/sql/id";
import { parseEmailAddress } from "@campus-graph/kit/text/email-address";
import { parseMobileNumber } from "@campus-graph/kit/text/mobile-number";
import type { IdentityContext } from "../context.js";
import { resendPauseMs } from "../domain/limits.js";
import { ContactUnchanged } from "../domain/refusals.js";
import { contactsOf, enabledAccountById } from "../persistence/accounts.js";
import type { Challenge } from "../persistence/challenges.js";
import { targetIndex } from "../persistence/sealed-person.js";
import type { CodeRequest } from "./request-verification-code.js";
import { countCode, sendCode } from "./send-code.js";

/**
 * Sends a code to the address or number that is to take the place of the account's own. Whether another person signs in
 * with it is told to nobody but who shows that code.
 */
export async function requestContactChange(
  context: IdentityContext,
  { by, target: typed }: CodeRequest,
): Promise<Challenge & { resendAfter: Date }> {
  const id = subjectOf(context);
  const target = by === "SMS" ? parseMobileNumber(typed) : parseEmailAddress(typed);
  const account = isId(id) ? await enabledAccountById(context, id) : null;
  if (!account) throw new Forbidden();
  const { email, mobile } = contactsOf(context, account);
  if (target === (by === "SMS" ? mobile : email)) throw new ContactUnchanged();
  const name = targetIndex(context.keys, target);
  await countCode(context, { purpose: "CONTACT", by, name, targetIndex: name, knownAs: null });
  const challenge = await sendCode(context, { purpose: "CONTACT", targetIndex: name, by, target });
  return { ...challenge, resendAfter: new Date(context.clock.now().getTime() + resendPauseMs) };
}
