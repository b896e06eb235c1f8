import { hasRole } from "@campus-graph/kit/auth/viewer";
import { NotFound } from "@campus-graph/kit/refusals/refusal";
import { isId } from "@campus-graph/kit/sql/id";
import type { RosterContext } from "../context.js";
import { Deputy, type DeputyOfClass } from "../domain/deputy.js";
import { SchoolClass } from "../domain/school-class.js";
import { lockSchool } from "../persistence/lock-school.js";

/**
 * A class to which the viewer may give a deputy, as registrar or IT office of its school, with the school's books held to the
 * end of the transaction. Any other answers as a missing one (NOT_FOUND).
 */
export async function classToDeputise(context: RosterContext, classId: string): Promise<SchoolClass> {
  const found = isId(classId)
    ? await context.em.findOne(SchoolClass, { id: classId, removedAt: null })
    : null;
  if (!found || !managesDeputies(context, found.schoolCode)) throw new NotFound();
  await lockSchool(context, found.schoolCode);
  return found;
}

/** A deputy whom the viewer may end, held likewise. */
export async function deputyToEnd(context: RosterContext, id: string): Promise<DeputyOfClass> {
  const { em } = context;
  const found = isId(id) ? await em.findOne(Deputy, { id }) : null;
  if (!found) throw new NotFound();
  const schoolClass = await em.findOneOrFail(SchoolClass, { id: found.classId });
  if (!managesDeputies(context, schoolClass.schoolCode)) throw new NotFound();
  await lockSchool(context, schoolClass.schoolCode);
  // Somebody else may have ended it while we waited.
  await em.refresh(found);
  return { deputy: found, schoolClass };
}

function managesDeputies({ viewer }: RosterContext, schoolCode: string): boolean {
  return hasRole(viewer, "REGISTRAR", schoolCode) || hasRole(viewer, "IT", schoolCode);
}
