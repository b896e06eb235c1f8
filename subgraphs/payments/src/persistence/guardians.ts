import { lastsAt, objectOf, textArray } from "@campus-graph/kit/auth/visibility";
import type { EntityManager } from "@mikro-orm/postgresql";

// Payments' rule of who is a student's guardian: whoever has a grant to see the student that lasts, and only bindings give one.

/** Before a student's id in the visibility table. */
export const studentPrefix = objectOf("student");

/** The students whose bills the subject may see now, through a binding. */
export async function studentsSeenBy(em: EntityManager, subject: string, now: Date): Promise<string[]> {
  const rows = await em.execute<{ object: string }[]>(
    `select distinct object from visibility
     where viewer = ? and object like '${studentPrefix}%' and ${lastsAt("?")}`,
    [subject, now],
  );
  return rows.map(({ object }) => object.slice(studentPrefix.length));
}

/** Everyone who may see the students' bills now, by student. */
export async function guardiansOf(
  em: EntityManager,
  studentIds: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, string[]>> {
  const rows = await em.execute<{ object: string; viewer: string }[]>(
    `select distinct object, viewer from visibility
     where object = any(?::text[]) and ${lastsAt("?")} order by object, viewer`,
    [textArray(studentIds.map((id) => objectOf("student", id))), now],
  );
  const guardians = new Map<string, string[]>();
  for (const { object, viewer } of rows) {
    const studentId = object.slice(studentPrefix.length);
    guardians.set(studentId, [...(guardians.get(studentId) ?? []), viewer]);
  }
  return guardians;
}

/**
 * Who is bound and what is billed are heard from two sources at once. Whoever pairs the two takes this first: else each
 * of two transactions could miss what the other has not committed yet, and a guardian would never be told.
 */
export async function holdPairing(em: EntityManager): Promise<void> {
  await em.execute("select pg_advisory_xact_lock(hashtext(current_schema() || ' who is billed'))");
}
