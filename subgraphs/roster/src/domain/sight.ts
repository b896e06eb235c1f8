import type { Student } from "./student.js";

/**
 * How much of a student somebody sees. `full`: their staff, and a guardian bound to them. `masked`: masked name, level
 * and school, for whoever applies for the tie.
 */
export type Sight = "full" | "masked";

/** Why a subject may see a student, as the visibility table words it: the kind before the colon. */
export type SightReason = "binding" | "request" | "match";

/** What a viewer's staff roles cover. */
export interface StaffCover {
  /** Schools where the viewer is registrar or cashier. */
  schoolCodes: ReadonlySet<string>;
  /** Classes whose homeroom the viewer has. */
  classIds: ReadonlySet<string>;
}

/** Null: for this viewer the student does not exist. A student who left belongs to no staff. */
export function sightOf(
  student: Student,
  reasons: Iterable<string>,
  cover: StaffCover,
  mayBeGuardian: boolean,
): Sight | null {
  if (
    student.isEnrolled &&
    (cover.schoolCodes.has(student.schoolCode) || cover.classIds.has(student.classId))
  )
    return "full";
  const kinds = new Set([...reasons].map((reason) => reason.split(":")[0]));
  if (kinds.has("binding") && mayBeGuardian) return "full";
  return kinds.size > 0 ? "masked" : null;
}
