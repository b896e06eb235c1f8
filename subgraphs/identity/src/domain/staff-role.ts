import type { ViewerRole } from "@campus-graph/kit/auth/viewer";
import { daysAfter } from "@campus-graph/kit/text/calendar";

/** What somebody may be appointed to. */
export const staffRoleNames = ["TEACHER", "REGISTRAR", "CASHIER", "IT", "BUREAU", "SUPPORT"] as const;
export type StaffRoleName = (typeof staffRoleNames)[number];

export function isStaffRoleName(role: string): role is StaffRoleName {
  return (staffRoleNames as readonly string[]).includes(role);
}

/**
 * That somebody holds a staff role at a school, from day to day. Days are the city's, as yyyy-MM-dd. It stands with its
 * holder's account after it is over, too.
 */
export interface StaffRole extends ViewerRole {
  readonly id: string;
  readonly role: StaffRoleName;
  /** The first day. */
  readonly from: string;
  /** The last day, as it was appointed for; null: without end. */
  readonly until: string | null;
  /** From this day on it was ended, whatever it was appointed for; null: it was not. */
  readonly endedFrom: string | null;
  /** Who appointed; null: the operator, or a class sheet. */
  readonly appointedBy: string | null;
  /** Somebody else has yet to approve it; until then it gives nothing. */
  readonly awaitsApproval: boolean;
  /** The others were told that it is over. */
  readonly isEndPublished: boolean;
  /** Of a teacher: the class whose homeroom comes with it. */
  readonly classId?: string;
}

export type StaffRoleState = "AWAITS_APPROVAL" | "COMING" | "IN_EFFECT" | "OVER";

/** The first day on which it gives nothing any more; null: it has no end. */
export function dayAfterEnd({ until, endedFrom }: Pick<StaffRole, "until" | "endedFrom">): string | null {
  const planned = until === null ? null : daysAfter(until, 1);
  if (planned === null || endedFrom === null) return endedFrom ?? planned;
  return endedFrom < planned ? endedFrom : planned;
}

export function stateOf(role: StaffRole, today: string): StaffRoleState {
  const end = dayAfterEnd(role);
  if (end !== null && end <= today) return "OVER";
  if (role.awaitsApproval) return "AWAITS_APPROVAL";
  return role.from > today ? "COMING" : "IN_EFFECT";
}

/** Whether there is a day on which somebody would hold the same role at the same school twice. */
export function overlap(one: StaffRole, other: StaffRole): boolean {
  if (one.role !== other.role || one.schoolCode !== other.schoolCode) return false;
  const [oneEnd, otherEnd] = [dayAfterEnd(one), dayAfterEnd(other)];
  const isBegun = (role: StaffRole, end: string | null) => end === null || role.from < end;
  if (!isBegun(one, oneEnd) || !isBegun(other, otherEnd)) return false;
  return isBegun(one, otherEnd) && isBegun(other, oneEnd);
}

/** Days on which what it gives changes. */
export function changesOf(role: StaffRole): string[] {
  const end = dayAfterEnd(role);
  return role.awaitsApproval ? [] : [role.from, ...(end === null ? [] : [end])];
}
