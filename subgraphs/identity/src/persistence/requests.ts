import { textArray } from "@campus-graph/kit/auth/visibility";
import type { EntityManager } from "@mikro-orm/postgresql";
import type { IdentityContext } from "../context.js";
import { teacherOfClass } from "./classes.js";

export type RequestStatus =
  | "PENDING"
  | "RETURNED"
  | "CANCELLED"
  | "APPROVED"
  | "PROVISION_FAILED"
  | "BOUND"
  | "REVOKED";

/** What binding told of a request. */
export interface RequestRow {
  id: string;
  applicationId: string;
  subjectId: string;
  studentId: string;
  personKey: string | null;
  /** The declaration that was submitted. */
  declarationId: string | null;
  /** Which signed version of the request that was; null where binding did not say yet. */
  version: number | null;
  status: RequestStatus;
}

export async function keepRequest(context: IdentityContext, row: RequestRow): Promise<void> {
  await context.em.execute(
    `insert into request (id, application_id, subject_id, student_id, person_key, declaration_id, version, status)
     values (?, ?, ?, ?, ?, ?, ?, ?)
     on conflict (id) do update set
       application_id = excluded.application_id, subject_id = excluded.subject_id, student_id = excluded.student_id,
       person_key = excluded.person_key, declaration_id = excluded.declaration_id,
       version = excluded.version, status = excluded.status`,
    [
      row.id,
      row.applicationId,
      row.subjectId,
      row.studentId,
      row.personKey,
      row.declarationId,
      row.version,
      row.status,
    ],
  );
}

export async function keepRequestStatus(
  context: IdentityContext,
  id: string,
  status: RequestStatus,
): Promise<void> {
  await context.em.execute("update request set status = ? where id = ?", [status, id]);
}

/** The account that an approved request led to. */
export async function noteAccountOfRequest(
  context: IdentityContext,
  id: string,
  accountId: string,
): Promise<void> {
  await context.em.execute("update request set account_id = ? where id = ?", [accountId, id]);
}

/** While a request stands so, the reviewers of the student have a reason to see who applies. */
const reviewable: readonly RequestStatus[] = ["PENDING", "RETURNED", "APPROVED", "PROVISION_FAILED", "BOUND"];

/**
 * That the viewer is homeroom teacher of the student's class now or stands in for them, or is registrar of its school. Roster alone says which
 * class and school that is: what binding says of it may be older than a move.
 */
const isReviewerOf = (studentId: string) => `(exists (
  select from student_class as place join ${teacherOfClass} on teacher.class_id = place.class_id
  where place.student_id = ${studentId} and staff_subject_id = ? and since <= ? and (until is null or until > ?)
    and (place.school_code is null or place.school_code = any(?::text[])))
  or exists (select from student_class as place
  where place.student_id = ${studentId} and place.school_code = any(?::text[])))`;

function isReviewerParameters({ subject, teaches, registers, now }: Asker): unknown[] {
  return [subject, now, now, textArray(teaches), textArray(registers)];
}

/** Who asks, as far as it decides what they see. */
export interface Asker {
  subject: string;
  /** Whether they may see what others applied for: whoever is signed in, in the classes and schools that are theirs. */
  mayReview: boolean;
  /** The one application that their token is for, if so. */
  applicationId: string | null;
  /** Schools where they are a teacher: a homeroom outlasts that role at most by minutes, and gives nothing then. */
  teaches: readonly string[];
  /** Schools where they are registrar. */
  registers: readonly string[];
  /** Schools where they are cashier. */
  bills: readonly string[];
  /** Schools where they say who stands in for whom: as registrar or IT office. */
  deputises: readonly string[];
  now: Date;
}

/** A request as far as its viewer may see it. */
export interface VisibleRequest {
  /** The account that it led to. */
  accountId: string | null;
  subjectId: string;
  version: number | null;
  /** Whether the viewer sees it as a reviewer, not as its guardian. */
  isReviewed: boolean;
}

/**
 * Of the requests, those that they may see: the applicant their own, whatever becomes of it; the homeroom teacher those of
 * the class and the registrar those of the school, while there is something to review or a binding stands. By request id:
 * the account it led to, and which version it is.
 */
export async function requestsSeenBy(
  em: EntityManager,
  asker: Asker,
  requestIds: readonly string[],
): Promise<ReadonlyMap<string, VisibleRequest>> {
  const { subject, applicationId, mayReview } = asker;
  const rows = await em.execute<
    { id: string; account_id: string | null; subject_id: string; version: number | null }[]
  >(
    `select id, account_id, subject_id, version from request
     where id = any(?::uuid[]) and (
       ((subject_id = ? or account_id = ?) and (?::uuid is null or application_id = ?))
       or (? and status = any(?::text[]) and ${isReviewerOf("request.student_id")}))`,
    [
      textArray(requestIds),
      subject,
      subject,
      applicationId,
      applicationId,
      mayReview,
      textArray(reviewable),
      ...isReviewerParameters(asker),
    ],
  );
  return new Map(
    rows.map(({ id, account_id: accountId, subject_id: subjectId, version }) => {
      const isReviewed = ![subjectId, accountId].includes(subject);
      return [id, { accountId, subjectId, version, isReviewed }];
    }),
  );
}

/** Of the students, those whom they review, with the requests by which guardians are bound to them. */
export async function boundRequestsReviewedBy(
  em: EntityManager,
  asker: Asker,
  studentIds: readonly string[],
): Promise<ReadonlyMap<string, string[]>> {
  const rows = await em.execute<{ student_id: string; requests: string[] }[]>(
    `select student_class.student_id,
       coalesce(array_agg(request.id::text order by request.id) filter (where request.id is not null), '{}') as requests
     from student_class left join request on request.student_id = student_class.student_id and request.status = 'BOUND'
     where student_class.student_id = any(?::uuid[]) and ${isReviewerOf("student_class.student_id")}
     group by student_class.student_id`,
    [textArray(studentIds), ...isReviewerParameters(asker)],
  );
  return new Map(rows.map(({ student_id, requests }) => [student_id, requests]));
}

/**
 * Of the accounts, their own, those whose request they review, for cashiers the other cashiers of their schools, and for a
 * registrar or IT office those of their school's teachers.
 */
export async function accountsSeenBy(
  em: EntityManager,
  asker: Asker,
  accountIds: readonly string[],
): Promise<string[]> {
  const rows = await em.execute<{ id: string }[]>(
    `select account.id from account where account.id = any(?::uuid[]) and (
       account.id = ? or (? and exists (
         select from request where request.account_id = account.id and request.status = any(?::text[])
           and ${isReviewerOf("request.student_id")})) or (? and exists (
         select from jsonb_to_recordset(account.roles) as held (role text, "schoolCode" text)
         where held.role = 'CASHIER' and held."schoolCode" = any(?::text[])
           or held.role = 'TEACHER' and held."schoolCode" = any(?::text[]))))`,
    [
      textArray(accountIds),
      asker.subject,
      asker.mayReview,
      textArray(reviewable),
      ...isReviewerParameters(asker),
      asker.mayReview,
      textArray(asker.bills),
      textArray(asker.deputises),
    ],
  );
  return rows.map(({ id }) => id);
}

/** At which school a request is reviewed, of which child, and whether its class is the viewer's now, as homeroom teacher or deputy. */
export async function reviewOf(
  { em, viewer, clock }: IdentityContext,
  requestId: string,
): Promise<{ studentId: string; schoolCode: string | null; isHomeroom: boolean }> {
  const now = clock.now();
  const [row] = await em.execute<[{ student_id: string; school_code: string | null; homeroom: boolean }]>(
    `select request.student_id, place.school_code, exists (
       select from ${teacherOfClass} where class_id = place.class_id and staff_subject_id = ?
         and since <= ? and (until is null or until > ?)) as homeroom
     from request left join student_class as place on place.student_id = request.student_id
     where request.id = ?`,
    [viewer.subject, now, now, requestId],
  );
  const { student_id: studentId, school_code: schoolCode, homeroom: isHomeroom } = row;
  return { studentId, schoolCode, isHomeroom };
}
