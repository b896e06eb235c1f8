import { type Page, type PageRequest, page } from "@campus-graph/kit/graphql/pagination";
import { accountsLookedAfter, caretakerIn } from "../access/managed-accounts.js";
import type { IdentityContext } from "../context.js";
import { maskEmail, maskMobile } from "../domain/masked-contacts.js";
import type { MessageKind, UndeliveredMessage } from "../domain/undelivered-message.js";
import { type MailKind, openLetter } from "../mail/queue-mail.js";
import {
  subjectsOfUndelivered,
  type UndeliveredRow,
  undeliveredRows,
} from "../persistence/undelivered-messages.js";
import { openSms, type SmsKind } from "../sms/queue-sms.js";

/**
 * Messages that were given up, the latest first, until they are forgotten: for the bureau all, for a school's IT office
 * those to its own people.
 */
export async function undeliveredMessages(
  context: IdentityContext,
  request: PageRequest,
): Promise<Page<UndeliveredMessage>> {
  const { em } = context;
  const isBureau = caretakerIn(context)?.office === "BUREAU";
  const subjectIds = isBureau ? null : await accountsLookedAfter(context, await subjectsOfUndelivered(em));
  return page(
    context,
    "undeliveredMessages",
    request,
    async (after, limit) => {
      const before = after && { since: new Date(after[0] as number), id: after[1] as string };
      const rows = await undeliveredRows(em, { subjectIds, before, limit });
      return rows.map((row) => presentable(context, row));
    },
    ({ since, id }) => [since.getTime(), id],
  );
}

/** By the job's name, without the way that it goes. */
const kinds: Readonly<Record<MailKind | SmsKind, MessageKind>> = {
  code: "CODE",
  approval: "APPROVAL",
  invitation: "INVITATION",
  "person-link": "PERSON_LINK",
  "first-sign-in": "FIRST_SIGN_IN",
  "second-factor": "SECOND_FACTOR",
  "contact-changed": "CONTACT_CHANGED",
  "account-state": "ACCOUNT_STATE",
  notice: "NOTICE",
};

export function messageKindOf(job: string): MessageKind {
  return kinds[job.slice(job.indexOf("-") + 1) as MailKind | SmsKind];
}

/** By which way the job's message goes. */
export function wayOf(job: string): UndeliveredMessage["by"] {
  return job.startsWith("sms-") ? "SMS" : "EMAIL";
}

export function presentable(context: IdentityContext, row: UndeliveredRow): UndeliveredMessage {
  const { id, kind, payload, error, since } = row;
  const by = wayOf(kind);
  const maskedTarget =
    by === "SMS"
      ? maskMobile(openSms(context.keys, id, payload.message!).to)
      : maskEmail(openLetter(context.keys, id, payload.letter!).to);
  const canBeSent = payload.goodUntil === undefined || context.clock.now() < new Date(payload.goodUntil);
  return {
    id,
    kind: messageKindOf(kind),
    by,
    maskedTarget,
    error,
    since,
    canBeSent,
  };
}
