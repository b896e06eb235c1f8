import { decryptField } from "@campus-graph/kit/auth/crypto";
import type { Role } from "@campus-graph/kit/auth/viewer";
import type { SortKey } from "@campus-graph/kit/graphql/pagination";
import type { IdentityContext } from "../context.js";
import { Account } from "../domain/account.js";
import type { Disclosure } from "../domain/disclosure.js";
import { contactsOf } from "./accounts.js";

interface Row {
  id: string;
  at: string;
  by_subject_id: string;
  role: Role;
  what: string;
  reason: string | null;
}

/** Whose are read: a person's own, or those about a child that concern no other guardian. */
export type Concerned = { personSubjectId: string } | { studentId: string; viewerId: string };

/** The newest first. */
export async function disclosuresOf(
  context: IdentityContext,
  concerned: Concerned,
  after: SortKey | null,
  limit: number,
): Promise<Disclosure[]> {
  const [condition, values] =
    "studentId" in concerned
      ? [
          "student_id = ? and (person_subject_id is null or person_subject_id = ?)",
          [concerned.studentId, concerned.viewerId],
        ]
      : [
          // A request may have been somebody's before it came to their account.
          `(person_subject_id = ? or exists (
             select from request where request.id = disclosure.request_id and request.account_id = ?))`,
          [concerned.personSubjectId, concerned.personSubjectId],
        ];
  const rows = await context.em.execute<Row[]>(
    `select id, at, by_subject_id, role, what, reason from disclosure
     where ${condition} ${after ? "and (at, id) < (?::timestamptz, ?::uuid)" : ""}
     order by at desc, id desc limit ?`,
    [...values, ...(after ?? []), limit],
  );
  const lookers = [...new Set(rows.map((row) => row.by_subject_id))];
  const accounts = await context.em.find(Account, { id: { $in: lookers } });
  const names = new Map(accounts.map((account) => [account.id, contactsOf(context, account).name]));
  return rows.map((row) => ({
    id: row.id,
    at: new Date(row.at),
    bySubjectId: row.by_subject_id,
    by: names.get(row.by_subject_id) ?? null,
    role: row.role,
    what: row.what,
    reason: row.reason && decryptField(context.keys.ring("field"), row.reason, placeOf(row.id)),
  }));
}

/** Whether the subject is a guardian of the student now. */
export async function isBoundTo(
  { em }: IdentityContext,
  subjectId: string,
  studentId: string,
): Promise<boolean> {
  const rows = await em.execute<unknown[]>(
    `select 1 as one from request
     where coalesce(account_id, subject_id) = ? and student_id = ? and status = 'BOUND' limit 1`,
    [subjectId, studentId],
  );
  return rows.length > 0;
}

function placeOf(row: string) {
  return { table: "disclosure", column: "reason", row };
}
