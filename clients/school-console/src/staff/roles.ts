import type { SchoolStaffQuery } from "@campus-graph/clients/generated/operations";
import type { Office } from "../office/office";

export type StaffRole = SchoolStaffQuery["staff"]["edges"][number]["node"];
export type RoleName = Exclude<StaffRole["role"], "GUARDIAN" | "PARTNER">;

const atSchools: readonly RoleName[] = ["TEACHER", "REGISTRAR", "CASHIER", "IT", "SUPPORT"];
const ofTheCity: readonly RoleName[] = ["BUREAU", "SUPPORT"];

/** To what somebody is appointed there. */
export function rolesAt({ school }: Office): readonly RoleName[] {
  return school ? atSchools : ofTheCity;
}

export const everyRole: readonly RoleName[] = ["TEACHER", "REGISTRAR", "CASHIER", "IT", "BUREAU", "SUPPORT"];

/** What a school's own IT proposes and somebody else approves (decision 43). */
export const needsApproval: ReadonlySet<RoleName> = new Set(["REGISTRAR", "CASHIER", "IT"]);
