import type { Viewer } from "@campus-graph/kit/auth/viewer";
import type { Account, DisablingOffice } from "./account.js";

/** Who looks after accounts: an IT office those of its schools' people, the bureau all. */
export interface Caretaker {
  subject: string;
  office: DisablingOffice;
  /** Where they are the IT office; empty for the bureau, which needs none. */
  schools: readonly string[];
}

/** Null: the viewer looks after no account but their own. */
export function caretakerOf({ subject, roles }: Viewer): Caretaker | null {
  if (subject === null) return null;
  if (roles.some(({ role }) => role === "BUREAU")) return { subject, office: "BUREAU", schools: [] };
  const schools = roles.flatMap(({ role, schoolCode }) => (role === "IT" && schoolCode ? [schoolCode] : []));
  return schools.length > 0 ? { subject, office: "SCHOOL", schools } : null;
}

/** Why an account that somebody sees is not theirs to change; null: it is. */
export type Obstacle = "OWN_ACCOUNT" | "ACCOUNT_NOT_YOURS";

/**
 * Nobody changes their own account so, and a school's IT office none of the bureau's, none of somebody who works at another
 * school as well, and none that the bureau has disabled: what an IT office does to an account holds for all its roles.
 */
export function obstacleTo({ subject, office, schools }: Caretaker, account: Account): Obstacle | null {
  if (account.id === subject) return "OWN_ACCOUNT";
  if (office === "BUREAU") return null;
  const isOurs = account.rolesNotOver.every(
    ({ role, schoolCode }) =>
      role === "GUARDIAN" || (schoolCode !== undefined && schools.includes(schoolCode)),
  );
  return isOurs && account.disabledBy !== "BUREAU" ? null : "ACCOUNT_NOT_YOURS";
}
