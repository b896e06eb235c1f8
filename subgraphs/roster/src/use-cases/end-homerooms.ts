import type { RosterContext } from "../context.js";
import { Homeroom } from "../domain/homeroom.js";
import { SchoolClass } from "../domain/school-class.js";
import { standingDeputies } from "../persistence/deputies.js";
import { lockSchool } from "../persistence/lock-school.js";
import { removeTeacher } from "../persistence/teachers.js";
import { assignHomerooms } from "./assign-homeroom.js";
import { endDeputyNow } from "./end-deputy.js";

/**
 * Who is a teacher of the school no longer has no homeroom there, and stands in for nobody: the registrar decides until a sheet
 * names another.
 */
export async function endHomerooms(
  context: RosterContext,
  { subjectId, schoolCode }: { subjectId: string; schoolCode: string },
): Promise<void> {
  await lockSchool(context, schoolCode);
  await removeTeacher(context, subjectId, schoolCode);
  const lasting = await context.em.find(Homeroom, { staffSubjectId: subjectId, until: null });
  const classes = await context.em.find(SchoolClass, {
    schoolCode,
    id: { $in: lasting.map(({ classId }) => classId) },
  });
  await assignHomerooms(
    context,
    classes.map((schoolClass) => ({ schoolClass, teacher: null })),
  );
  for (const standing of await standingDeputies(context, schoolCode))
    if (standing.deputy.staffSubjectId === subjectId) await endDeputyNow(context, standing);
}
