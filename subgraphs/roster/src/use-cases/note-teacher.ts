import { isId } from "@campus-graph/kit/sql/id";
import type { RosterContext } from "../context.js";
import { SchoolClass } from "../domain/school-class.js";
import { lockSchool } from "../persistence/lock-school.js";
import { saveTeacher } from "../persistence/teachers.js";
import { assignHomerooms } from "./assign-homeroom.js";

export interface AppointedTeacher {
  subjectId: string;
  schoolCode: string;
  loginKey: string;
  /** The first and the last day of the role, where they are told. */
  from?: string | undefined;
  until?: string | null | undefined;
  /** The class that they were appointed for, where one was named; another school's is nobody's to give. */
  classId?: string | undefined;
}

/**
 * A teacher can sign in now: they get the homerooms for which a sheet has named their login. An import under way is waited
 * for, since its sheet may name them.
 */
export async function noteTeacher(
  context: RosterContext,
  { subjectId, schoolCode, loginKey, from, until, classId }: AppointedTeacher,
): Promise<void> {
  await lockSchool(context, schoolCode);
  await saveTeacher(context, { subjectId, schoolCode, loginKey, from: from ?? null, until: until ?? null });
  const awaiting = await context.em.find(SchoolClass, {
    schoolCode,
    $or: [
      { homeroomLoginKey: loginKey },
      ...(classId !== undefined && isId(classId) ? [{ id: classId }] : []),
    ],
  });
  await assignHomerooms(
    context,
    awaiting.map((schoolClass) => ({ schoolClass, teacher: subjectId })),
  );
}
