import { decryptField, encryptField } from "@campus-graph/kit/auth/crypto";
import type { Keys } from "@campus-graph/kit/auth/keys";
import { enqueueJob } from "@campus-graph/kit/jobs/job-queue";
import type { IdentityContext } from "../context.js";
import type { Letter } from "./letter.js";

export const mailKinds = [
  "code",
  "approval",
  "invitation",
  "person-link",
  "first-sign-in",
  "second-factor",
  "notice",
  "contact-changed",
  "account-state",
] as const;
export type MailKind = (typeof mailKinds)[number];

/** What the job of a mail holds: the letter, encrypted. */
export interface MailPayload {
  letter: string;
  /** Whose it is, where that is known. */
  subjectId?: string;
  /** ISO 8601; after that it is of no use to anyone, and is not sent. */
  goodUntil?: string;
}

export interface QueuedMail {
  kind: MailKind;
  /** The same occasion asks for one mail, however often it is queued. */
  dedupe: string;
  letter: Letter;
  subjectId?: string;
  goodUntil?: Date;
  /** At once when absent. */
  notBefore?: Date;
}

/** Writes the mail down in the transaction that calls for it; the job sends it. The letter stands encrypted. */
export async function queueMail(
  context: IdentityContext,
  { kind, dedupe, letter, subjectId, goodUntil, notBefore }: QueuedMail,
): Promise<void> {
  const id = context.newId();
  const payload: MailPayload = {
    letter: sealLetter(context.keys, id, letter),
    ...(subjectId !== undefined && { subjectId }),
    ...(goodUntil && { goodUntil: goodUntil.toISOString() }),
  };
  // People wait for a code.
  const job = { dedupe, payload, urgent: kind === "code", ...(notBefore && { notBefore }) };
  await enqueueJob(context, jobOf(kind), job, id);
}

export function jobOf(kind: MailKind): string {
  return `mail-${kind}`;
}

function sealLetter(keys: Keys, id: string, letter: Letter): string {
  return encryptField(keys.ring("field"), JSON.stringify(letter), placeOf(id));
}

export function openLetter(keys: Keys, id: string, sealed: string): Letter {
  return JSON.parse(decryptField(keys.ring("field"), sealed, placeOf(id))) as Letter;
}

/** As mails were sealed when they had a table of their own. */
function placeOf(row: string) {
  return { table: "mail_job", column: "letter", row };
}
