import { staffCover } from "../access/staff-cover.js";
import type { RosterContext } from "../context.js";
import { compareClasses } from "../domain/class-order.js";
import { SchoolClass } from "../domain/school-class.js";

/** Every class that the viewer's roles cover: the homerooms of a teacher, the school of a registrar or cashier. */
export async function myClasses(context: RosterContext): Promise<SchoolClass[]> {
  const { schoolCodes, classIds } = await staffCover(context);
  const classes = await context.em.find(SchoolClass, {
    $or: [{ id: { $in: [...classIds] } }, { schoolCode: { $in: [...schoolCodes] } }],
  });
  return classes.sort((a, b) => {
    if (a.schoolCode !== b.schoolCode) return a.schoolCode < b.schoolCode ? -1 : 1;
    return compareClasses(a, b);
  });
}
