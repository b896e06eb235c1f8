import { atLeast, type Role, type Viewer } from "@campus-graph/kit/auth/viewer";
import type { Context } from "@campus-graph/kit/context";
import { batched, defineBatch } from "@campus-graph/kit/graphql/batching";
import { dayInTaipei } from "@campus-graph/kit/text/calendar";
import { classesTaught } from "../persistence/homerooms.js";
import type { StaffCover } from "./student-visibility.js";

/** What the viewer's staff roles cover, read once per request. */
export async function staffCover<S>(context: Context<S>): Promise<StaffCover> {
  return {
    schoolCodes: new Set([
      ...schoolsWhere(context.viewer, "REGISTRAR"),
      ...schoolsWhere(context.viewer, "CASHIER"),
    ]),
    classIds: new Set((await taught(context)).keys()),
  };
}

/** The schools at which the viewer, fully signed in, holds the role. */
function schoolsWhere(viewer: Viewer, role: Role): string[] {
  if (!atLeast(viewer, "signed-in")) return [];
  return viewer.roles.flatMap((held) => (held.role === role && held.schoolCode ? [held.schoolCode] : []));
}

/** Until when the viewer stands in for the class's homeroom teacher, who they are not themselves; else null. */
export async function deputyUntil<S>(context: Context<S>, classId: string): Promise<string | null> {
  return (await taught(context)).get(classId) ?? null;
}

/** The classes that are the viewer's, by id; with the day until which they stand in for the homeroom teacher. */
async function taught<S>(context: Context<S>): Promise<ReadonlyMap<string, string | null>> {
  return (await batched(context, taughtClasses, "by the viewer")) ?? new Map();
}

/** The token says at which schools the viewer teaches; which classes are theirs is for roster to say. */
const taughtClasses = defineBatch(async ({ em, viewer, clock }, [key]: readonly "by the viewer"[]) => {
  const schoolCodes = schoolsWhere(viewer, "TEACHER");
  if (schoolCodes.length === 0 || !key) return new Map();
  const classes = await classesTaught(em, viewer.subject, schoolCodes, dayInTaipei(clock.now()));
  const until = new Map<string, string | null>();
  for (const each of classes) if (until.get(each.id) !== null) until.set(each.id, each.deputyUntil);
  return new Map([[key, until]]);
});
