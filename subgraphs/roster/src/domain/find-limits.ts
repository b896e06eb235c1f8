import type { AttemptRule } from "@campus-graph/kit/attempts";

const hourMs = 3_600_000;

/**
 * How often students may be looked for. A parent of several children types an ID wrong now and then; a school's whole
 * parents' evening may share one address; nobody needs more.
 */
export const findLimits = {
  perSubject: { scope: "find-student:subject", limit: 20, windowMs: hourMs },
  perNationalId: { scope: "find-student:national-id", limit: 20, windowMs: hourMs },
  perAddress: { scope: "find-student:address", limit: 300, windowMs: hourMs },
  overall: { scope: "find-student:overall", limit: 30_000, windowMs: hourMs },
} satisfies Record<string, AttemptRule>;

/** How long a match can be added to an application. */
export const matchLifeMs = 24 * hourMs;

/** How long a draft shows the student's masked name: as long as an applicant's token can carry the draft on. */
export const draftSightMs = 30 * 24 * hourMs;
