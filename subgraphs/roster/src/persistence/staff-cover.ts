import { atLeast, type Role, type Viewer } from "@campus-graph/kit/auth/viewer";
import { textArray } from "@campus-graph/kit/auth/visibility";
import type { Context } from "@campus-graph/kit/context";
import { batched, defineBatch } from "@campus-graph/kit/graphql/batching";
import type { StaffCover } from "../domain/sight.js";

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
export function schoolsWhere(viewer: Viewer, role: Role): string[] {
  if (!atLeast(viewer, "signed-in")) return [];
  return viewer.roles.flatMap((held) => (held.role === role && held.schoolCode ? [held.schoolCode] : []));
}

/** The token says at which schools the viewer teaches; which classes are theirs is for roster to say. */
const homeroomClasses = defineBatch(async ({ em, viewer }, [key]: readonly "of the viewer"[]) => {
  const schoolCodes = schoolsWhere(viewer, "TEACHER");
  if (schoolCodes.length === 0 || !key) return new Map();
  const rows = await em.execute<{ id: string }[]>(
    `select school_class.id from homeroom join school_class on school_class.id = homeroom.class_id
     where homeroom.staff_subject_id = ? and homeroom.until is null and school_class.school_code = any(?::text[])`,
    [viewer.subject, textArray(schoolCodes)],
  );
  return new Map([[key, new Set(rows.map(({ id }) => id))]]);
});
