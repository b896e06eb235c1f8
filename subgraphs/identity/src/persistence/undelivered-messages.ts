import { textArray } from "@campus-graph/kit/auth/visibility";
import type { EntityManager } from "@mikro-orm/postgresql";

/** A message that was given up, as its job stands. */
export interface UndeliveredRow {
  id: string;
  kind: string;
  payload: { letter?: string; message?: string; goodUntil?: string; subjectId?: string };
  error: string;
  since: Date;
}

const columns = `id, kind, payload, coalesce(last_error, '') as error, dead_at as since`;
const isMessage = `dead_at is not null and payload is not null and (kind like 'mail-%' or kind like 'sms-%') and kind <> 'sms-status'`;

/** Whose messages were given up. */
export async function subjectsOfUndelivered(em: EntityManager): Promise<string[]> {
  const rows = await em.execute<{ id: string }[]>(
    `select distinct payload->>'subjectId' as id from job where ${isMessage} and payload->>'subjectId' is not null`,
  );
  return rows.map(({ id }) => id);
}

/** Those given up last first; of these subjects alone where they are named. */
export async function undeliveredRows(
  em: EntityManager,
  {
    subjectIds,
    before,
    limit,
  }: { subjectIds: readonly string[] | null; before: SortKey | null; limit: number },
): Promise<UndeliveredRow[]> {
  const rows = await em.execute<UndeliveredRow[]>(
    `select ${columns} from job
     where ${isMessage} and (? or payload->>'subjectId' = any(?::text[]))
       and (?::timestamptz is null or (dead_at, id) < (?, ?::uuid))
     order by dead_at desc, id desc limit ?`,
    [
      subjectIds === null,
      textArray(subjectIds ?? []),
      before?.since ?? null,
      before?.since ?? null,
      before?.id ?? null,
      limit,
    ],
  );
  return rows.map(readRow);
}

export async function undeliveredRow(em: EntityManager, id: string): Promise<UndeliveredRow | null> {
  const [row] = await em.execute<UndeliveredRow[]>(
    `select ${columns} from job where id = ? and ${isMessage}`,
    [id],
  );
  return row ? readRow(row) : null;
}

/** Of one person, the latest twenty that have not arrived. */
export async function messagesUnderWay(
  em: EntityManager,
  subjectId: string,
): Promise<{ kind: string; writtenAt: Date; givenUpAt: Date | null; tries: number }[]> {
  const rows = await em.execute<{ kind: string; created_at: Date; dead_at: Date | null; tries: number }[]>(
    `select kind, created_at, dead_at, tries from job
     where done_at is null and payload->>'subjectId' = ? and (kind like 'mail-%' or kind like 'sms-%')
       and kind <> 'sms-status'
     order by created_at desc limit 20`,
    [subjectId],
  );
  return rows.map(({ kind, created_at, dead_at, tries }) => ({
    kind,
    writtenAt: new Date(created_at),
    givenUpAt: dead_at && new Date(dead_at),
    tries,
  }));
}

export interface SortKey {
  since: Date;
  id: string;
}

function readRow({ payload, since, ...row }: UndeliveredRow): UndeliveredRow {
  const read = typeof payload === "string" ? (JSON.parse(payload) as UndeliveredRow["payload"]) : payload;
  return { ...row, payload: read, since: new Date(since) };
}
