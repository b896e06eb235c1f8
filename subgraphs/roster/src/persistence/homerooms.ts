import { textArray } from "@campus-graph/kit/auth/visibility";
import type { EntityManager } from "@mikro-orm/postgresql";

/** A class that somebody has: as its homeroom teacher, or as who stands in for them until a day, that day included. */
export interface ClassTaught {
  id: string;
  deputyUntil: string | null;
}

/** The classes of these schools whose homeroom the subject has, or whose deputy they are today. */
export async function classesTaught(
  em: EntityManager,
  subject: string | null,
  schoolCodes: readonly string[],
  today: string,
): Promise<ClassTaught[]> {
  return em.execute(
    `select school_class.id, null as "deputyUntil" from homeroom join school_class on school_class.id = homeroom.class_id
     where homeroom.staff_subject_id = ? and homeroom.until is null and school_class.school_code = any(?::text[])
     union all
     select school_class.id, max(deputy.until) from deputy join school_class on school_class.id = deputy.class_id
     where deputy.staff_subject_id = ? and deputy.ended_at is null and deputy."from" <= ? and deputy.until >= ?
       and school_class.school_code = any(?::text[])
     group by school_class.id`,
    [subject, textArray(schoolCodes), subject, today, today, textArray(schoolCodes)],
  );
}
