import { atLeast, type Role, type Viewer } from "@campus-graph/kit/auth/viewer";
import type { Context } from "@campus-graph/kit/context";
import { batched, defineBatch } from "@campus-graph/kit/graphql/batching";
import { homeroomClassIds } from "../persistence/homerooms.js";
import type { StaffCover } from "./student-visibility.js";

/** What the viewer's staff roles cover, read once per request. */
export async function staffCover<S>(context: Context<S>): Promise<StaffCover> {
  return {
    schoolCodes: new Set([
      ...schoolsWhere(context.viewer, "REGISTRAR"),
      ...schoolsWhere(context.viewer, "CASHIER"),
    ]),
    classIds: (await batched(context, homeroomClasses, "of the viewer")) ?? new Set(),
  };
}

/** The schools at which the viewer, fully signed in, holds the role. */
function schoolsWhere(viewer: Viewer, role: Role): string[] {
  if (!atLeast(viewer, "signed-in")) return [];
  return viewer.roles.flatMap((held) => (held.role === role && held.schoolCode ? [held.schoolCode] : []));
}

/** The token says at which schools the viewer teaches; which classes are theirs is for roster to say. */
const homeroomClasses = defineBatch(async ({ em, viewer }, [key]: readonly "of the viewer"[]) => {
  const schoolCodes = schoolsWhere(viewer, "TEACHER");
  if (schoolCodes.length === 0 || !key) return new Map();
  return new Map([[key, new Set(await homeroomClassIds(em, viewer.subject, schoolCodes))]]);
});
