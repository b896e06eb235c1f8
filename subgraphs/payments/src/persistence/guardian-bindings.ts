import type { EntityManager } from "@mikro-orm/postgresql";
import type { RelationshipKind } from "../domain/relationship.js";

/** That a guardian is tied to a student, and as what. */
export interface GuardianBinding {
  bindingId: string;
  subject: string;
  studentId: string;
  relationship: RelationshipKind;
}

export async function rememberBinding(
  em: EntityManager,
  { bindingId, subject, studentId, relationship }: GuardianBinding,
): Promise<void> {
  await em.execute(
    `insert into guardian_tie (binding_id, subject, student_id, relationship) values (?, ?, ?, ?)
     on conflict (binding_id) do update set relationship = excluded.relationship`,
    [bindingId, subject, studentId, relationship],
  );
}

export async function forgetBinding(em: EntityManager, bindingId: string): Promise<void> {
  await em.execute("delete from guardian_tie where binding_id = ?", [bindingId]);
}

/** As what each of the subjects is tied to the student, by the place of the question; absent where it is not known. */
export async function relationshipsOf(
  em: EntityManager,
  wanted: readonly Pick<GuardianBinding, "subject" | "studentId">[],
): Promise<ReadonlyMap<number, RelationshipKind>> {
  const rows = await em.execute<{ place: number; relationship: RelationshipKind }[]>(
    `select place, relationship
     from jsonb_to_recordset(?::jsonb) as wanted (place integer, subject text, "studentId" uuid)
     join guardian_tie as tie on tie.subject = wanted.subject and tie.student_id = wanted."studentId"
     order by binding_id`,
    [JSON.stringify(wanted.map((each, place) => ({ place, ...each })))],
  );
  return new Map(rows.map(({ place, relationship }) => [place, relationship]));
}
