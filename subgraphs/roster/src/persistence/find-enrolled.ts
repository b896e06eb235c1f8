import type { Context } from "@campus-graph/kit/context";
import type { EducationLevel } from "../domain/education-level.js";

interface Sought {
  index: string;
  level: EducationLevel;
  schoolCode: string;
}

/** The one student enrolled under this national ID, if at this school and level. */
export async function findEnrolled(
  { em }: Context,
  { index, level, schoolCode }: Sought,
): Promise<{ studentId: string; classId: string; maskedName: string } | null> {
  const [row] = await em.execute<{ studentId: string; classId: string; maskedName: string }[]>(
    `select student.id as "studentId", class_id as "classId", masked_name as "maskedName"
     from student join school on school.code = student.school_code
     where national_id_index = ? and school.code = ? and school.level = ? and left_at is null and not arriving`,
    [index, schoolCode, level],
  );
  return row ?? null;
}
