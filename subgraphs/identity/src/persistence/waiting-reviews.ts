import type { IdentityContext } from "../context.js";
import { teacherOfClass } from "./classes.js";

const waiting = `from ${teacherOfClass}
  join student_class as place on place.class_id = teacher.class_id
  join request on request.student_id = place.student_id and request.status = 'PENDING'
  where teacher.since <= ? and (teacher.until is null or teacher.until > ?)`;

/** The teachers, deputies included, in whose classes requests wait now, each once. */
export async function teachersWithWaitingReviews({ em, clock }: IdentityContext): Promise<string[]> {
  const now = clock.now();
  const rows = await em.execute<{ id: string }[]>(
    `select distinct teacher.staff_subject_id as id ${waiting} order by id`,
    [now, now],
  );
  return rows.map(({ id }) => id);
}

export async function countWaitingReviews(
  { em, clock }: IdentityContext,
  teacherId: string,
): Promise<number> {
  const now = clock.now();
  const [row] = await em.execute<{ count: number }[]>(
    `select count(distinct request.id)::int as count ${waiting} and teacher.staff_subject_id = ?`,
    [now, now, teacherId],
  );
  return row?.count ?? 0;
}
