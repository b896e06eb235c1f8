import type { RosterContext } from "../context.js";
import { SchoolClass } from "../domain/school-class.js";
import { lockSchool } from "../persistence/lock-school.js";
import { saveTeacher } from "../persistence/teachers.js";
import { assignHomerooms } from "./assign-homeroom.js";

export interface AppointedTeacher {
  subjectId: string;
  schoolCode: string;
  loginKey: string;
}

/**
 * A teacher can sign in now: they get the homerooms for which a sheet has named their login. An import under way is waited
 * for, since its sheet may name them.
 */
export async function noteTeacher(
  context: RosterContext,
  { subjectId, schoolCode, loginKey }: AppointedTeacher,
): Promise<void> {
  await lockSchool(context, schoolCode);
  await saveTeacher(context, { subjectId, schoolCode, loginKey });
  const awaiting = await context.em.find(SchoolClass, { schoolCode, homeroomLoginKey: loginKey });
  await assignHomerooms(
    context,
    awaiting.map((schoolClass) => ({ schoolClass, teacher: subjectId })),
  );
}
