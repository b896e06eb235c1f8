import type { EntityManager } from "@mikro-orm/postgresql";
import { MailJob } from "../mail/mail-job.js";

export interface NewMailJob {
  id: string;
  kind: string;
  /** Of jobs under the same word, the first counts. */
  dedupe: string;
  /** Encrypted. */
  letter: string;
}

export interface ClaimedMail {
  id: string;
  kind: string;
  letter: string;
  tries: number;
}

export async function insertMailJob(
  em: EntityManager,
  { id, kind, dedupe, letter }: NewMailJob,
  now: Date,
): Promise<void> {
  await em.execute(
    `insert into mail_job (id, kind, dedupe, letter, created_at, next_try_at) values (?, ?, ?, ?, ?, ?)
     on conflict (dedupe) do nothing`,
    [id, kind, dedupe, letter, now, now],
  );
}

/** The next mail that is due, codes first; until that time it is this copy's alone. */
export async function claimMail(
  em: EntityManager,
  now: Date,
  claimedUntil: Date,
): Promise<ClaimedMail | undefined> {
  const [mail] = await em.execute<ClaimedMail[]>(
    `update mail_job set tries = tries + 1, next_try_at = ?
     where id = (
       select id from mail_job where sent_at is null and given_up_at is null and next_try_at <= ?
       order by kind <> 'code', next_try_at limit 1 for update skip locked
     )
     returning id, kind, letter, tries`,
    [claimedUntil, now],
  );
  return mail;
}

/** The mail is out, and its letter erased. */
export async function noteSent(em: EntityManager, id: string, now: Date): Promise<void> {
  await em.nativeUpdate(MailJob, { id }, { sentAt: now, letter: null });
}

/** The mail was not taken: again later, or, where `givenUpAt` says so, never. */
export async function noteNotTaken(
  em: EntityManager,
  id: string,
  { nextTryAt, givenUpAt }: { nextTryAt: Date; givenUpAt: Date | null },
): Promise<void> {
  await em.nativeUpdate(MailJob, { id }, { nextTryAt, givenUpAt, ...(givenUpAt ? { letter: null } : {}) });
}
