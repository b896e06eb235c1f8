import type { AttemptRule } from "@campus-graph/kit/auth/attempts";

const hourMs = 3_600_000;

/**
 * How often students may be looked for. The list of schools is public, so whoever knows a child's ID could ask at one
 * school after the other where the child goes. A subject asks for one child five times a day: a parent knows the school
 * and mistypes now and then; siblings have IDs of their own. Nobody's tries are counted as another's, or a stranger who
 * knows the ID would use up the parents'. A school's whole parents' evening may share one address.
 */
export const findLimits = {
  perSubject: { scope: "find-student:subject", limit: 10, windowMs: 24 * hourMs },
  perSubjectAndChild: { scope: "find-student:subject-and-child", limit: 5, windowMs: 24 * hourMs },
  perAddress: { scope: "find-student:address", limit: 300, windowMs: hourMs },
  overall: { scope: "find-student:overall", limit: 30_000, windowMs: hourMs },
} satisfies Record<string, AttemptRule>;

/**
 * At how many different schools one child is looked for within a day, over all subjects: who has many mailboxes learns
 * from the eleventh on what everybody learns of a wrong school. The child's recorded parents have ten of their own.
 */
export const schoolsPerDay = 10;
export const soughtForMs = 24 * hourMs;

/** How long a match can be added to an application. */
export const matchLifeMs = 24 * hourMs;

/** How long a draft shows the student's masked name: as long as an applicant's token can carry the draft on. */
export const draftGrantMs = 30 * 24 * hourMs;
