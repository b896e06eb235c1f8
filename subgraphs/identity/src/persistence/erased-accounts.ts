import type { IdentityContext } from "../context.js";
import type { Account } from "../domain/account.js";
import type { Contacts } from "../domain/contacts.js";
import { sealContacts } from "./sealed-person.js";

/** What belongs to an account or its subjects alone. */
const ofAccount = [
  "sign_in_name",
  "former_person_key",
  "contact_change",
  "activation_link",
  "person_link",
  "second_factor",
  "recovery_code",
  "passkey_challenge",
  "session_factor",
  "sign_in_attempt",
  "sign_in",
  "data_request",
] as const;

/** How a person who is here no longer stands where a list still names them: not at all. */
const nobody = { name: "", maskedNationalId: null, email: "", mobile: null } as unknown as Contacts;

/**
 * Takes away how the person signed in, was reached and known, and overwrites what they declared about themselves. The
 * rows of their account and declarations stay, since requests, disclosures and audit name them.
 */
export async function eraseAccount(context: IdentityContext, account: Account): Promise<void> {
  const { em, keys } = context;
  const { id } = account;
  for (const table of ofAccount) await em.execute(`delete from ${table} where account_id = ?`, [id]);
  await em.execute("delete from wallet_link where account_id = ?", [id]);
  await em.execute("delete from delivery_preference where subject_id = ?", [id]);
  await em.execute("delete from cookie_session where subject_id = ?", [id]);
  await em.execute("delete from push_subscription where subject_id = ?", [id]);
  await em.execute("delete from verified_target where subject_id = ?", [id]);
  // Letters that nobody took.
  await em.execute("update job set payload = null where payload->>'subjectId' = ? and dead_at is not null", [
    id,
  ]);
  account.erase(sealContacts(keys, { table: "account", id }, nobody));
  await em.flush();
  const declared = await em.execute<{ id: string }[]>("select id from declared_person where subject_id = ?", [
    id,
  ]);
  for (const person of declared)
    await em.execute(
      "update declared_person set national_id = '', contacts = ?, email_index = '', person_key = '' where id = ?",
      [sealContacts(keys, { table: "declared_person", id: person.id }, nobody), person.id],
    );
}
