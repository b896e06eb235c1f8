import { transaction } from "@campus-graph/kit/sql/transaction";
import type { EmailAddress } from "@campus-graph/kit/text/email-address";
import type { IdentityContext } from "../context.js";
import { layOutLetter } from "../delivery/lay-out-letter.js";
import type { Recipient } from "../delivery/template.js";
import { templates } from "../delivery/templates/registry.js";
import type { Contacts } from "../domain/contacts.js";
import { afterQuietHours } from "../domain/quiet-hours.js";
import { queueMail } from "../mail/queue-mail.js";
import { accountById, contactsOf, isSignInName } from "../persistence/accounts.js";
import { bouncedAddresses } from "../persistence/bounced-addresses.js";
import { contactsOfPerson, personsOfRequests } from "../persistence/declared-persons.js";
import { deliveryPreferencesOf } from "../persistence/delivery-preferences.js";
import { pushedSessionsOf } from "../persistence/push-subscriptions.js";
import { queuePush } from "../push/queue-push.js";
import { queueSms } from "../sms/queue-sms.js";
import type { DeliveryPayload } from "./request-delivery.js";
import { isWithin } from "./send-code.js";

/** Where one chooses what to be written about. */
const choicesPath = "/parent/me/messages";

/** Writes to somebody as things stand now, by the ways that they wish; what is true no longer is not written. */
export async function deliver(
  context: IdentityContext,
  id: string,
  delivery: DeliveryPayload,
): Promise<void> {
  const { subjectId, ids } = delivery;
  const template = templates.get(delivery.template);
  if (!template) throw new Error(`There is no template ${delivery.template} to write by.`);
  const contacts = await contactsOfSubject(context, subjectId, ids.requestId);
  if (!contacts) return;
  const recipient: Recipient = { subjectId, name: contacts.name };
  const facts = await template.read(context, recipient, ids);
  if (facts === null) return;
  const choices = await deliveryPreferencesOf(context, subjectId);
  const { wanted } = choices.find(({ kind }) => kind === template.kind)!;
  const { services, clock } = context;
  // A claim may have been lost, and found again in the night.
  const notBefore = afterQuietHours(clock.now(), services.deliveries.quietHours);
  await transaction(context, async (context) => {
    const isBounced = (await bouncedAddresses(context, [contacts.email])).size > 0;
    if (wanted.EMAIL && !isBounced) {
      const content = template.letter(facts, recipient);
      const letter = layOutLetter(
        { to: contacts.email, recipient, content, publicUrl: services.deliveries.publicUrl, choicesPath },
        services.signature,
      );
      await queueMail(context, { kind: "notice", dedupe: `delivery:${id}`, letter, subjectId, notBefore });
    }
    const number = wanted.SMS && template.sms ? await numberFor(context, subjectId, contacts) : null;
    if (number)
      await queueSms(context, {
        kind: "notice",
        dedupe: `delivery:${id}`,
        to: number,
        text: template.sms!(facts),
        subjectId,
        notBefore,
      });
    if (wanted.PUSH && template.push && services.push)
      for (const sid of await pushedSessionsOf(context, subjectId))
        await queuePush(context, { sid, delivery, dedupe: `delivery:${id}`, notBefore });
  });
}

/** A number that its account has shown to be theirs, while the city's day has room for it. */
async function numberFor(context: IdentityContext, subjectId: string, { mobile }: Contacts) {
  if (!mobile || !context.services.sms || !(await isSignInName(context, subjectId, mobile))) return null;
  return (await isWithin(context, context.services.smsLimits.strangers, "all")) ? mobile : null;
}

/** An account's; of who has none yet, what they declared for the request. Null for one that is disabled or gone. */
async function contactsOfSubject(
  context: IdentityContext,
  subjectId: string,
  requestId: string | undefined,
): Promise<(Contacts & { email: EmailAddress }) | null> {
  const account = await accountById(context, subjectId);
  if (account) return account.isDisabled ? null : contactsOf(context, account);
  if (requestId === undefined) return null;
  const person = (await personsOfRequests(context, [requestId])).get(requestId);
  const isTheirs = person && [person.subjectId, person.declaredBy].includes(subjectId);
  return isTheirs ? contactsOfPerson(context, person) : null;
}
