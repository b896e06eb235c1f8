import type { Student } from "../domain/student.js";

/**
 * How much of a student somebody sees. `full`: their staff, and a guardian bound to them. `masked`: for whoever applies
 * for the binding, the masked name, and the school while it is the one that they named themselves.
 */
export type VisibilityGrant = "full" | "masked";

/** What a viewer's staff roles cover. */
export interface StaffCover {
  /** Schools where the viewer is registrar or cashier. */
  schoolCodes: ReadonlySet<string>;
  /** Classes whose homeroom the viewer has, or whose deputy they are today. */
  classIds: ReadonlySet<string>;
}

/** Null: for this viewer the student does not exist. A student who left belongs to no staff. */
export function sightOf(
  student: Student,
  reasons: Iterable<string>,
  cover: StaffCover,
  mayBeGuardian: boolean,
): VisibilityGrant | null {
  if (
    student.isEnrolled &&
    (cover.schoolCodes.has(student.schoolCode) || cover.classIds.has(student.classId))
  )
    return "full";
  const kinds = new Set([...reasons].map((reason) => reason.split(":")[0]));
  if (kinds.has("binding") && mayBeGuardian) return "full";
  return ["binding", "request", "match"].some((kind) => kinds.has(kind)) ? "masked" : null;
}

/** By what a viewer is known to know that a student goes to this school: no reason to see the student by itself. */
export function knowledgeOfSchool(schoolCode: string): string {
  return `school:${schoolCode}`;
}
