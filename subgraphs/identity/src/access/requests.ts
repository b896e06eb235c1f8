import { atLeast, type Role, type Viewer } from "@campus-graph/kit/auth/viewer";
import { isId } from "@campus-graph/kit/sql/id";
import type { IdentityContext } from "../context.js";
import {
  type Asker,
  accountsSeenBy,
  boundRequestsReviewedBy,
  requestsSeenBy,
  type VisibleRequest,
} from "../persistence/requests.js";

/** Of the requests, those that this viewer may see. */
export async function visibleRequests(
  context: IdentityContext,
  requestIds: readonly string[],
): Promise<ReadonlyMap<string, VisibleRequest>> {
  const asker = askerOf(context);
  return asker ? requestsSeenBy(context.em, asker, requestIds.filter(isId)) : new Map();
}

/** Of the students, those whom the viewer reviews, with the requests by which guardians are bound to them. */
export async function reviewedStudents(
  context: IdentityContext,
  studentIds: readonly string[],
): Promise<ReadonlyMap<string, string[]>> {
  const asker = askerOf(context);
  return asker?.mayReview
    ? boundRequestsReviewedBy(context.em, asker, studentIds.filter(isId))
    : new Map<string, string[]>();
}

/** Of the accounts, those whose holder the viewer is, whose request the viewer reviews, who bills beside them, or who may stand in for a homeroom teacher of theirs. */
export async function visibleAccounts(
  context: IdentityContext,
  accountIds: readonly string[],
): Promise<readonly string[]> {
  const asker = askerOf(context);
  if (!asker || !atLeast(context.viewer, "must-change-password")) return [];
  return accountsSeenBy(context.em, asker, accountIds.filter(isId));
}

/** Null for whoever has no subject here: they see nothing. */
function askerOf({ viewer, clock }: IdentityContext): Asker | null {
  const { subject, applicationId } = viewer;
  if (subject === null || !isId(subject)) return null;
  return {
    subject,
    applicationId,
    teaches: schoolsWhere(viewer, "TEACHER"),
    registers: schoolsWhere(viewer, "REGISTRAR"),
    bills: schoolsWhere(viewer, "CASHIER"),
    deputises: [...schoolsWhere(viewer, "REGISTRAR"), ...schoolsWhere(viewer, "IT")],
    mayReview: atLeast(viewer, "signed-in"),
    now: clock.now(),
  };
}

function schoolsWhere({ roles }: Viewer, wanted: Role): string[] {
  return roles.flatMap(({ role, schoolCode }) => (role === wanted && schoolCode ? [schoolCode] : []));
}
