import { hasRole, type Viewer } from "@campus-graph/kit/auth/viewer";
import type { StaffRoleName } from "./staff-role.js";

/** Held for the whole city, or may be: by whom no school is named. */
const ofTheCity: ReadonlySet<StaffRoleName> = new Set(["BUREAU", "SUPPORT"]);

/** Whether the role can be held there: the bureau's is the city's alone, support's may be, all others are at a school. */
export function isPlace(role: StaffRoleName, schoolCode: string | null): boolean {
  return schoolCode === null ? ofTheCity.has(role) : role !== "BUREAU";
}

/** The bureau appoints everywhere, a school's IT at its own school. Whom they may not appoint themselves: see `needsApproval`. */
export function mayAppointAt(viewer: Viewer, schoolCode: string | null): boolean {
  if (hasRole(viewer, "BUREAU")) return true;
  return schoolCode !== null && hasRole(viewer, "IT", schoolCode);
}

/** With these somebody decides for a school, and could be made to approve what the same person proposed. */
const deciding: ReadonlySet<StaffRoleName> = new Set(["REGISTRAR", "CASHIER", "IT"]);

/** What a school's own IT appoints to these roles waits for somebody else: another of its IT, or the bureau (decision 43). */
export function needsApproval(viewer: Viewer, role: StaffRoleName): boolean {
  return deciding.has(role) && !hasRole(viewer, "BUREAU");
}
