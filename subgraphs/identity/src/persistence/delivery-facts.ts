import { textArray } from "@campus-graph/kit/auth/visibility";
import { isId } from "@campus-graph/kit/sql/id";
import type { IdentityContext } from "../context.js";
import type { DeliveryKind } from "../domain/delivery.js";
import type { RequestStatus } from "./requests.js";

/** Whether a request of this person's still stands as the letter says. */
export async function isRequestInState(
  { em }: IdentityContext,
  { requestId, subjectId, status }: { requestId: string; subjectId: string; status: RequestStatus },
): Promise<boolean> {
  if (!isId(requestId)) return false;
  const rows = await em.execute<unknown[]>(
    "select 1 as one from request where id = ? and status = ? and (subject_id = ? or account_id = ?)",
    [requestId, status, subjectId, subjectId],
  );
  return rows.length > 0;
}

/** Whether the person is bound to the student now. */
export async function isBound(
  { em }: IdentityContext,
  { subjectId, studentId }: { subjectId: string; studentId: string },
): Promise<boolean> {
  if (!isId(studentId)) return false;
  const rows = await em.execute<unknown[]>(
    "select 1 as one from request where student_id = ? and status = 'BOUND' and coalesce(account_id, subject_id) = ?",
    [studentId, subjectId],
  );
  return rows.length > 0;
}

/** How roster calls the student to those who may not know more; null where it has not said so since we ask. */
export async function maskedStudent(
  { em }: IdentityContext,
  of: { requestId: string } | { studentId: string },
): Promise<{ maskedName: string; schoolName: string } | null> {
  const column = "requestId" in of ? "request.id" : "place.student_id";
  const id = "requestId" in of ? of.requestId : of.studentId;
  if (!isId(id)) return null;
  const [row] = await em.execute<{ maskedName: string | null; schoolName: string | null }[]>(
    `select place.masked_name as "maskedName", place.school_name as "schoolName" from student_class as place
     left join request on request.student_id = place.student_id where ${column} = ? limit 1`,
    [id],
  );
  return row?.maskedName && row.schoolName
    ? { maskedName: row.maskedName, schoolName: row.schoolName }
    : null;
}

/**
 * Of the guardians bound to these students, those who wish to be written about such things, or have a browser that is
 * pushed to and have not said that it shall not be; `isPushedUnasked`: whether pushes of the kind need no choice.
 */
export async function guardiansWhoWish(
  { em }: IdentityContext,
  studentIds: readonly string[],
  kind: DeliveryKind,
  isPushedUnasked: boolean,
): Promise<{ studentId: string; subjectId: string }[]> {
  if (studentIds.length === 0) return [];
  return em.execute<{ studentId: string; subjectId: string }[]>(
    `select distinct student_id as "studentId", subject_id as "subjectId"
     from (select student_id, coalesce(account_id, subject_id) as subject_id from request
       where student_id = any(?::uuid[]) and status = 'BOUND') as guardian
     where exists (select 1 from delivery_preference as choice where choice.subject_id = guardian.subject_id
         and choice.kind = ? and choice.channel <> 'PUSH' and choice.wanted)
       or exists (select 1 from push_subscription as push where push.subject_id = guardian.subject_id)
         and coalesce((select wanted from delivery_preference as choice where choice.subject_id = guardian.subject_id
           and choice.kind = ? and choice.channel = 'PUSH'), ?)`,
    [textArray(studentIds), kind, kind, isPushedUnasked],
  );
}
