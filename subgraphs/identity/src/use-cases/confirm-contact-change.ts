import { subjectOf } from "@campus-graph/kit/context";
import { Forbidden } from "@campus-graph/kit/refusals/refusal";
import { recordAudit } from "@campus-graph/kit/sql/audit";
import { isId } from "@campus-graph/kit/sql/id";
import { transaction } from "@campus-graph/kit/sql/transaction";
import type { IdentityContext } from "../context.js";
import type { Account } from "../domain/account.js";
import { WrongCode } from "../domain/refusals.js";
import { contactChangedLetter } from "../mail/contact-changed-letter.js";
import { queueMail } from "../mail/queue-mail.js";
import { contactsOf, lockAccount } from "../persistence/accounts.js";
import { useCode } from "../persistence/challenges.js";
import { keepContactChange } from "../persistence/contact-changes.js";
import type { CodeConfirmation } from "./confirm-verification-code.js";
import { putContact } from "./put-contact.js";

/**
 * The address or number whose code is shown takes the place of the account's own, as its login too. The address that was
 * the login until now is told, by a mail that can undo it for seven days.
 */
export async function confirmContactChange(
  context: IdentityContext,
  { challengeId, code }: CodeConfirmation,
): Promise<Account> {
  const id = subjectOf(context);
  const shown = await useCode(context, { purpose: "CONTACT", challengeId, typed: code });
  if (!shown) throw new WrongCode();
  return transaction(context, async (context) => {
    const account = isId(id) ? await lockAccount(context, id) : null;
    if (!account || account.isDisabled) throw new Forbidden();
    const before = contactsOf(context, account);
    const kind = shown.by === "SMS" ? "MOBILE" : "EMAIL";
    await putContact(context, account, shown);
    const undo = await keepContactChange(context, {
      accountId: id,
      kind,
      before: kind === "EMAIL" ? before.email : (before.mobile ?? ""),
    });
    const { publicUrl, signature } = context.services;
    const letter = contactChangedLetter(
      { to: before.email, name: before.name, kind, at: context.clock.now(), undo, publicUrl },
      signature,
    );
    await queueMail(context, { kind: "contact-changed", dedupe: `contact-changed:${undo.id}`, letter });
    await recordAudit(context, { act: "change-contact", object: `account:${id}`, detail: { kind } });
    return account;
  });
}
