import type { Context } from "@campus-graph/kit/context";

/** Notes who the holder of an account is; they stay who they are under a national ID of before. */
export async function keepAccountPerson(
  { em }: Context,
  subjectId: string,
  personKey: string,
): Promise<void> {
  await em.execute(
    `insert into account_person (subject_id, person_key) values (?, ?)
     on conflict (subject_id, person_key) do nothing`,
    [subjectId, personKey],
  );
}

/**
 * Whether the holder of an account is on record as a parent of the child of this national ID. Who only says to be a
 * parent is not: an answer that depended on it would tell whose parent somebody is.
 */
export async function isRecordedParent({ em }: Context, subjectId: string, index: string): Promise<boolean> {
  const rows = await em.execute<unknown[]>(
    `select 1 as one from account_person
     join recorded_parent using (person_key) join student on student.id = student_id
     where subject_id = ? and national_id_index = ? and not arriving limit 1`,
    [subjectId, index],
  );
  return rows.length > 0;
}

/** Nobody holds the account any more, nor sees anybody by it. */
export async function forgetAccountPerson({ em }: Context, subjectId: string): Promise<void> {
  await em.execute("delete from account_person where subject_id = ?", [subjectId]);
  await em.execute("delete from visibility where viewer = ?", [subjectId]);
}
