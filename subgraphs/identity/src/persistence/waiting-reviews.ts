import type { IdentityContext } from "../context.js";

const waiting = `from homeroom
  join student_class as place on place.class_id = homeroom.class_id
  join request on request.student_id = place.student_id and request.status = 'PENDING'
  where homeroom.since <= ? and (homeroom.until is null or homeroom.until > ?)`;

/** The teachers in whose classes requests wait now, each once. */
export async function teachersWithWaitingReviews({ em, clock }: IdentityContext): Promise<string[]> {
  const now = clock.now();
  const rows = await em.execute<{ id: string }[]>(
    `select distinct homeroom.staff_subject_id as id ${waiting} order by id`,
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
    `select count(distinct request.id)::int as count ${waiting} and homeroom.staff_subject_id = ?`,
    [now, now, teacherId],
  );
  return row?.count ?? 0;
}
