import type { IdentityContext } from "../context.js";
import type { PersonLink } from "../domain/person-link.js";

interface Row {
  id: string;
  request_id: string;
  account_id: string;
  applied_at: Date;
  expires_at: Date;
  accepted: boolean | null;
}

const columns = "id, request_id, account_id, applied_at, expires_at, accepted";

/** False when the request has a link already: an approval that is heard twice offers one. */
export async function keepPersonLink(context: IdentityContext, link: PersonLink): Promise<boolean> {
  const rows = await context.em.execute<unknown[]>(
    `insert into person_link (id, request_id, account_id, applied_at, expires_at) values (?, ?, ?, ?, ?)
     on conflict (request_id) do nothing returning 1 as one`,
    [link.id, link.requestId, link.accountId, link.appliedAt, link.expiresAt],
  );
  return rows.length > 0;
}

/** Whether the owner of the account was asked before about a request of this applicant. */
export async function hasEarlierLink(
  { em }: IdentityContext,
  { accountId, subjectId }: { accountId: string; subjectId: string },
): Promise<boolean> {
  const rows = await em.execute<unknown[]>(
    `select 1 as one from person_link join request on request.id = request_id
     where person_link.account_id = ? and subject_id = ? limit 1`,
    [accountId, subjectId],
  );
  return rows.length > 0;
}

/** What waits for this account's word now, oldest first. */
export async function openPersonLinks(context: IdentityContext, accountId: string): Promise<PersonLink[]> {
  const rows = await context.em.execute<Row[]>(
    `select ${columns} from person_link
     where account_id = ? and answered_at is null and expires_at > ? order by expires_at, id`,
    [accountId, context.clock.now()],
  );
  return rows.map(linkOf);
}

/** The account's own link, locked; null for another's and one that is not there. */
export async function lockPersonLink(
  context: IdentityContext,
  id: string,
  accountId: string,
): Promise<PersonLink | null> {
  const [row] = await context.em.execute<Row[]>(
    `select ${columns} from person_link where id = ? and account_id = ? for update`,
    [id, accountId],
  );
  return row ? linkOf(row) : null;
}

export async function answerLink(context: IdentityContext, id: string, accepted: boolean): Promise<void> {
  await context.em.execute("update person_link set answered_at = ?, accepted = ? where id = ?", [
    context.clock.now(),
    accepted,
    id,
  ]);
}

/** Ends some of those whose time is over, and tells which. */
export async function endExpiredLinks(
  context: IdentityContext,
  atOnce: number,
): Promise<{ requestId: string; accountId: string }[]> {
  const now = context.clock.now();
  const rows = await context.em.execute<{ request_id: string; account_id: string }[]>(
    `update person_link set answered_at = ?, accepted = false where id in (
       select id from person_link where answered_at is null and expires_at <= ?
       order by expires_at limit ? for update skip locked)
     returning request_id, account_id`,
    [now, now, atOnce],
  );
  return rows.map(({ request_id, account_id }) => ({ requestId: request_id, accountId: account_id }));
}

function linkOf(row: Row): PersonLink {
  return {
    id: row.id,
    requestId: row.request_id,
    accountId: row.account_id,
    appliedAt: new Date(row.applied_at),
    expiresAt: new Date(row.expires_at),
    accepted: row.accepted,
  };
}
