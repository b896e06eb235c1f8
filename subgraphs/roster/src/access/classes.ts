import { batched } from "@campus-graph/kit/graphql/batching";
import { isId } from "@campus-graph/kit/sql/id";
import type { RosterContext } from "../context.js";
import type { SchoolClass } from "../domain/school-class.js";
import { classById, classesOfSchool } from "../persistence/loaders.js";
import { staffCover } from "./staff-cover.js";

/** The class, or null when it is not there or not the viewer's to see. */
export async function staffsClass(context: RosterContext, id: string): Promise<SchoolClass | null> {
  const found = isId(id) ? await batched(context, classById, id) : null;
  return found && (await isCovered(context, found)) ? found : null;
}

/** The classes of a school that the viewer's roles cover. */
export async function staffsClassesOf(context: RosterContext, schoolCode: string): Promise<SchoolClass[]> {
  const classes = (await batched(context, classesOfSchool, schoolCode)) ?? [];
  const covered = await Promise.all(classes.map((each) => isCovered(context, each)));
  return classes.filter((_, at) => covered[at]);
}

/** Whether the viewer is staff of the class: its homeroom teacher, their deputy today, or a registrar or cashier of its school. */
export async function isCovered(
  context: RosterContext,
  { id, schoolCode }: Pick<SchoolClass, "id" | "schoolCode">,
): Promise<boolean> {
  const { schoolCodes, classIds } = await staffCover(context);
  return schoolCodes.has(schoolCode) || classIds.has(id);
}

/** Whether the viewer has the class's homeroom, or stands in for who has it. */
export async function hasHomeroom(context: RosterContext, classId: string): Promise<boolean> {
  return (await staffCover(context)).classIds.has(classId);
}
