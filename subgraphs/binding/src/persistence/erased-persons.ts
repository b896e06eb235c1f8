import type { EntityManager } from "@mikro-orm/postgresql";

/**
 * Of a person's applications only this stays: that there were some, for which children, when, and what became of them.
 * Where the consent was given from, how a relationship was called and why a request was returned may name somebody.
 */
export async function eraseApplications(em: EntityManager, subjectId: string): Promise<void> {
  await em.execute("delete from feed_notice where feed = 'bindingNotices' and subject = ?", [subjectId]);
  await em.execute(
    `delete from request where status = 'DRAFT' and application_id in (
       select id from application where subject_id = ? and status = 'DRAFT')`,
    [subjectId],
  );
  await em.execute("delete from application where subject_id = ? and status = 'DRAFT'", [subjectId]);
  await em.execute(
    `update application set sealed_strokes = null,
       consent = case when consent is null then null else consent - 'address' - 'agent' end
     where subject_id = ?`,
    [subjectId],
  );
  await em.execute(
    `update request set return_reason = null,
       other_relationship = case when other_relationship is null then null else '—' end
     where subject_id = ?`,
    [subjectId],
  );
  await em.execute(
    `update request_return set reason = '—' where request_id in (select id from request where subject_id = ?)`,
    [subjectId],
  );
}
