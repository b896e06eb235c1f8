import { textArray } from "@campus-graph/kit/auth/visibility";
import type { EntityManager } from "@mikro-orm/postgresql";

/** Applications that nobody sent in, or declined, begun before then, oldest first. */
export function oldDrafts(em: EntityManager, before: Date, most: number): Promise<string[]> {
  return idsOf(
    em,
    `select id from application where status <> 'SUBMITTED' and coalesce(changed_at, started_at) < ?
     order by started_at, id limit ? for update skip locked`,
    [before, most],
  );
}

/** Applications of whose requests the last ended before then: each was taken back, or its binding is over. */
export function oldApplications(em: EntityManager, before: Date, most: number): Promise<string[]> {
  return idsOf(
    em,
    `select id from application where status = 'SUBMITTED' and submitted_at < ? and not exists (
       select from request left join binding on binding.request_id = request.id
       where request.application_id = application.id
         and (request.status not in ('CANCELLED', 'REVOKED')
           or greatest(request.applied_at, request.decided_at, binding.revoked_at) >= ?))
     order by submitted_at, id limit ? for update skip locked`,
    [before, before, most],
  );
}

/** Takes them away, with everything that hangs on them. */
export async function removeApplications(em: EntityManager, ids: readonly string[]): Promise<void> {
  const of = [textArray(ids)];
  const requests = "select id from request where application_id = any(?::uuid[])";
  await em.execute(`delete from binding where request_id in (${requests})`, of);
  await em.execute(`delete from request_return where request_id in (${requests})`, of);
  await em.execute("delete from sealed_form where application_id = any(?::uuid[])", of);
  await em.execute("delete from request where application_id = any(?::uuid[])", of);
  await em.execute("delete from application where id = any(?::uuid[])", of);
}

async function idsOf(em: EntityManager, sql: string, values: unknown[]): Promise<string[]> {
  return (await em.execute<{ id: string }[]>(sql, values)).map(({ id }) => id);
}
