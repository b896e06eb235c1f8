import { textArray } from "@campus-graph/kit/auth/visibility";
import type { EntityManager } from "@mikro-orm/postgresql";

/** The classes of these schools whose homeroom the subject has. */
export async function homeroomClassIds(
  em: EntityManager,
  subject: string | null,
  schoolCodes: readonly string[],
): Promise<string[]> {
  const rows = await em.execute<{ id: string }[]>(
    `select school_class.id from homeroom join school_class on school_class.id = homeroom.class_id
     where homeroom.staff_subject_id = ? and homeroom.until is null and school_class.school_code = any(?::text[])`,
    [subject, textArray(schoolCodes)],
  );
  return rows.map(({ id }) => id);
}
