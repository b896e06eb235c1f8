import type { IdentityContext } from "../context.js";
import { appointmentLetter } from "../mail/appointment-letter.js";
import { queueMail } from "../mail/queue-mail.js";
import { contactsOf } from "../persistence/accounts.js";
import type { GivenTo } from "./give-staff-role.js";

/** Tells the person what they were appointed to, and what to do next; once for each appointment. */
export async function mailAppointment(context: IdentityContext, { account, role }: GivenTo): Promise<void> {
  const { signInUrl, signature } = context.services;
  const { email } = contactsOf(context, account);
  const letter = appointmentLetter(
    { to: email, role, hasPassword: account.passwordState === "OWN", signInUrl },
    signature,
  );
  const dedupe = `appointment:${role.id}`;
  await queueMail(context, { kind: "invitation", dedupe, letter, subjectId: account.id });
}
