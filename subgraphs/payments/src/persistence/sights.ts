import type { EntityManager } from "@mikro-orm/postgresql";

const prefix = "student:";

/** How a student is named in the visibility table. */
export function studentObject(studentId: string): string {
  return `${prefix}${studentId}`;
}

/** The students whose bills the subject may see now, through a binding. */
export async function studentsSeenBy(em: EntityManager, subject: string, now: Date): Promise<string[]> {
  const rows = await em.execute<{ object: string }[]>(
    `select distinct object from visibility
     where viewer = ? and object like '${prefix}%' and (until is null or until > ?)`,
    [subject, now],
  );
  return rows.map(({ object }) => object.slice(prefix.length));
}

/** Everyone who may see the student's bills now. */
export async function guardiansOf(em: EntityManager, studentId: string, now: Date): Promise<string[]> {
  const rows = await em.execute<{ viewer: string }[]>(
    "select distinct viewer from visibility where object = ? and (until is null or until > ?) order by viewer",
    [studentObject(studentId), now],
  );
  return rows.map(({ viewer }) => viewer);
}
