import type { EmailAddress } from "@campus-graph/kit/text/email-address";
import type { IdentityContext } from "../context.js";
import type { Contact } from "../domain/contact.js";
import { accountIdBySignInName } from "./accounts.js";
import { targetIndex } from "./sealed-person.js";

/** Makes sure that the subject exists; fixed ids come from the demo city and from earlier deliveries of an event. */
export async function ensureSubject(context: IdentityContext, id: string): Promise<void> {
  await context.em.execute("insert into subject (id, created_at) values (?, ?) on conflict (id) do nothing", [
    id,
    context.clock.now(),
  ]);
}

/** Who a verified address or number speaks for: its account's holder, whoever it made a subject of before, or somebody new. */
export async function subjectOfTarget(context: IdentityContext, target: Contact["target"]): Promise<string> {
  const index = targetIndex(context.keys, target);
  const accountId = await accountIdBySignInName(context, index);
  if (accountId) return accountId;
  const [known] = await context.em.execute<{ subject_id: string }[]>(
    "select subject_id from verified_target where target_index = ? and minted",
    [index],
  );
  if (known) return known.subject_id;
  const subjectId = context.newId();
  await ensureSubject(context, subjectId);
  await context.em.execute(
    "insert into verified_target (subject_id, target_index, minted, verified_at) values (?, ?, true, ?)",
    [subjectId, index, context.clock.now()],
  );
  return subjectId;
}

/** That the subject showed a code sent to this address or number. */
export async function noteVerified(
  context: IdentityContext,
  subjectId: string,
  target: Contact["target"],
): Promise<void> {
  await context.em.execute(
    `insert into verified_target (subject_id, target_index, minted, verified_at) values (?, ?, false, ?)
     on conflict (subject_id, target_index) do update set verified_at = excluded.verified_at`,
    [subjectId, targetIndex(context.keys, target), context.clock.now()],
  );
}

/**
 * From now on only the login leads to the subject: whoever reads a mailbox that once began it, but is no login, is
 * somebody new.
 */
export async function leaveToLogin(
  context: IdentityContext,
  subjectId: string,
  login: EmailAddress,
): Promise<void> {
  await context.em.execute(
    "update verified_target set minted = false where subject_id = ? and target_index <> ?",
    [subjectId, targetIndex(context.keys, login)],
  );
}

export async function hasVerified(
  context: IdentityContext,
  subjectId: string,
  target: Contact["target"],
): Promise<boolean> {
  const index = targetIndex(context.keys, target);
  const rows = await context.em.execute<unknown[]>(
    `select 1 as one from verified_target where subject_id = ? and target_index = ?
     union all select 1 from sign_in_name where account_id = ? and name_index = ? and kind in ('EMAIL', 'MOBILE')`,
    [subjectId, index, subjectId, index],
  );
  return rows.length > 0;
}

/** Whether the subject was made for one application alone. */
export async function isApplicationsOwn(context: IdentityContext, subjectId: string): Promise<boolean> {
  const rows = await context.em.execute<unknown[]>(
    "select 1 as one from subject where id = ? and application_id is not null",
    [subjectId],
  );
  return rows.length > 0;
}

/** The application's own subject, the same one however often the person is declared. */
export async function subjectOfApplication(
  context: IdentityContext,
  applicationId: string,
  declaredBy: string,
): Promise<string> {
  const [row] = await context.em.execute<[{ id: string }]>(
    `insert into subject (id, created_at, application_id, declared_by) values (?, ?, ?, ?)
     on conflict (application_id, declared_by) do update set application_id = excluded.application_id
     returning id`,
    [context.newId(), context.clock.now(), applicationId, declaredBy],
  );
  return row.id;
}

/**
 * Lets no token count that a subject got until now, nor one of the subjects it made for single applications. Returns
 * all of them.
 */
export async function raiseNotBefore(
  context: IdentityContext,
  subjectId: string,
  now: Date,
): Promise<string[]> {
  const rows = await context.em.execute<{ id: string }[]>(
    "update subject set not_before = ? where id = ? or declared_by = ? returning id",
    [now, subjectId, subjectId],
  );
  return rows.map(({ id }) => id);
}

/** From when on the tokens of a subject count; null: all do. */
export async function tokensNotBefore(context: IdentityContext, subjectId: string): Promise<Date | null> {
  const [row] = await context.em.execute<{ not_before: Date | null }[]>(
    "select not_before from subject where id = ?",
    [subjectId],
  );
  return row?.not_before ? new Date(row.not_before) : null;
}

/** The address or number speaks for the subject no longer. */
export async function forgetVerified(
  context: IdentityContext,
  subjectId: string,
  target: Contact["target"],
): Promise<void> {
  await context.em.execute("delete from verified_target where subject_id = ? and target_index = ?", [
    subjectId,
    targetIndex(context.keys, target),
  ]);
}
