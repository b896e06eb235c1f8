import { atLeast, hasRole } from "@campus-graph/kit/auth/viewer";
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

/** The class for who may know that it is there: its staff, and whoever appoints its teachers. Its students stay its staff's. */
export async function seesClass(context: RosterContext, id: string): Promise<SchoolClass | null> {
  const found = isId(id) ? await batched(context, classById, id) : null;
  return found && (await isSeen(context, found)) ? found : null;
}

/** Who appoints staff at a school, by identity's rules: its IT office, and the bureau. */
export function appointsAt({ viewer }: RosterContext, schoolCode: string): boolean {
  return atLeast(viewer, "signed-in") && (hasRole(viewer, "BUREAU") || hasRole(viewer, "IT", schoolCode));
}

async function isSeen(context: RosterContext, schoolClass: SchoolClass): Promise<boolean> {
  return appointsAt(context, schoolClass.schoolCode) || isCovered(context, schoolClass);
}

/** The classes of a school that the viewer may know of. */
export async function seesClassesOf(context: RosterContext, schoolCode: string): Promise<SchoolClass[]> {
  const classes = (await batched(context, classesOfSchool, schoolCode)) ?? [];
  const covered = await Promise.all(classes.map((each) => isSeen(context, each)));
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
