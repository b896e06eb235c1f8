import { decryptField, encryptField } from "@campus-graph/kit/auth/crypto";
import type { Keys } from "@campus-graph/kit/auth/keys";
import { enqueueJob, keepDeadJob } from "@campus-graph/kit/jobs/job-queue";
import type { MobileNumber } from "@campus-graph/kit/text/mobile-number";
import type { IdentityContext } from "../context.js";

export interface Sms {
  to: MobileNumber;
  text: string;
}

/** What the job of a text message holds: number and text, encrypted. */
export interface SmsPayload {
  message: string;
  /** ISO 8601; after that it is of no use to anyone, and is not sent. */
  goodUntil?: string;
  /** Whose it is, where that is known. */
  subjectId?: string;
}

export interface QueuedSms extends Sms {
  kind: SmsKind;
  dedupe: string;
  goodUntil?: Date;
  subjectId?: string;
  /** At once when absent. */
  notBefore?: Date;
}

export const smsKinds = ["code", "notice"] as const;
export type SmsKind = (typeof smsKinds)[number];

export const smsJobOf = (kind: SmsKind): string => `sms-${kind}`;

/** Writes the message down in the transaction that calls for it; the job sends it. */
export async function queueSms(context: IdentityContext, queued: QueuedSms): Promise<void> {
  const { kind, dedupe, to, text, goodUntil, subjectId, notBefore } = queued;
  const id = context.newId();
  const payload: SmsPayload = {
    message: sealSms(context.keys, id, { to, text }),
    ...(goodUntil && { goodUntil: goodUntil.toISOString() }),
    ...(subjectId !== undefined && { subjectId }),
  };
  const job = { dedupe, payload, urgent: kind === "code", ...(notBefore && { notBefore }) };
  await enqueueJob(context, smsJobOf(kind), job, id);
}

/** What was taken and never arrived waits for a person, under an id by which its provider does not take it for the former. */
export async function keepUndeliveredSms(
  context: IdentityContext,
  { id: formerId, kind, payload }: { id: string; kind: string; payload: SmsPayload },
): Promise<void> {
  const id = context.newId();
  const message = sealSms(context.keys, id, openSms(context.keys, formerId, payload.message));
  const undelivered = {
    dedupe: `again:${formerId}`,
    payload: { ...payload, message },
    error: "SMS_NOT_DELIVERED",
  };
  await keepDeadJob(context, kind, undelivered, id);
}

function sealSms(keys: Keys, id: string, { to, text }: Sms): string {
  return encryptField(keys.ring("field"), JSON.stringify({ to, text }), placeOf(id));
}

export function openSms(keys: Keys, id: string, sealed: string): Sms {
  return JSON.parse(decryptField(keys.ring("field"), sealed, placeOf(id))) as Sms;
}

function placeOf(row: string) {
  return { table: "job", column: "sms", row };
}
