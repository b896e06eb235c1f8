import { dayInTaipei } from "@campus-graph/kit/text/calendar";
import type { EmailAddress } from "@campus-graph/kit/text/email-address";
import type { MobileNumber } from "@campus-graph/kit/text/mobile-number";
import type { IdentityContext } from "../context.js";
import type { Account } from "../domain/account.js";
import { ContactTaken } from "../domain/refusals.js";
import { stateOf } from "../domain/staff-role.js";
import { contactsOf, removeSignInNames, takeSignInName } from "../persistence/accounts.js";
import { sealContacts } from "../persistence/sealed-person.js";
import { forgetVerified, leaveToLogin, noteVerified } from "../persistence/subjects.js";
import { publishAppointment } from "./publish-appointment.js";
import { publishTakenLogins } from "./publish-taken-logins.js";

type Put = { by: "EMAIL"; target: EmailAddress } | { by: "SMS"; target: MobileNumber | null };

/**
 * Puts an address or number that its owner has shown in the place of the account's own, within the caller's transaction:
 * the one signs in from now on, and the other no longer, nor does it speak for the person anywhere. Refuses (CONTACT_TAKEN)
 * what another person signs in with. `target` null: there is no number, as before.
 */
export async function putContact(context: IdentityContext, account: Account, put: Put): Promise<void> {
  const { id } = account;
  const before = contactsOf(context, account);
  const [kind, old] =
    put.by === "SMS" ? (["MOBILE", before.mobile] as const) : (["EMAIL", before.email] as const);
  await removeSignInNames(context, id, kind);
  if (put.target !== null && !(await takeSignInName(context, id, kind, put.target))) throw new ContactTaken();
  account.contacts = sealContacts(
    context.keys,
    { table: "account", id },
    put.by === "SMS" ? { ...before, mobile: put.target } : { ...before, email: put.target },
  );
  await context.em.flush();
  if (old !== null) await forgetVerified(context, id, old);
  if (put.target !== null) await noteVerified(context, id, put.target);
  if (put.by === "SMS") return;
  await leaveToLogin(context, id, put.target);
  await publishTakenLogins(context, { accountId: id });
  const today = dayInTaipei(context.clock.now());
  for (const role of account.staffRoles) {
    const state = stateOf(role, today);
    if (state === "IN_EFFECT" || state === "COMING")
      publishAppointment(context, { subjectId: id, role, email: put.target });
  }
}
