import { encryptField } from "@campus-graph/kit/auth/crypto";
import type { Role } from "@campus-graph/kit/auth/viewer";
import type { IdentityContext } from "../context.js";

/** That somebody was shown what screens hide. */
export interface Disclosed {
  role: Role;
  schoolCode: string | null;
  /** Such as NATIONAL_ID. */
  what: string;
  reason: string | null;
  /** Whose it is. */
  personSubjectId: string | null;
  studentId: string | null;
  requestId: string | null;
}

/** When it was, and who looked, where another subgraph tells it; told again it is still the same one. */
export interface DisclosedElsewhere extends Disclosed {
  id: string;
  at: Date;
  bySubjectId: string;
}

/** Written down in the transaction that shows it, for the person to read: now, by the viewer. */
export function keepDisclosure(context: IdentityContext, disclosed: Disclosed): Promise<void> {
  const { clock, newId, viewer } = context;
  return keepDisclosureElsewhere(context, {
    ...disclosed,
    id: newId(),
    at: clock.now(),
    bySubjectId: viewer.subject!,
  });
}

export async function keepDisclosureElsewhere(
  { em, keys }: IdentityContext,
  {
    id,
    at,
    bySubjectId,
    role,
    schoolCode,
    what,
    reason,
    personSubjectId,
    studentId,
    requestId,
  }: DisclosedElsewhere,
): Promise<void> {
  const place = { table: "disclosure", column: "reason", row: id };
  await em.execute(
    `insert into disclosure
       (id, at, by_subject_id, role, school_code, what, reason, person_subject_id, student_id, request_id)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing`,
    [
      id,
      at,
      bySubjectId,
      role,
      schoolCode,
      what,
      reason && encryptField(keys.ring("field"), reason, place),
      personSubjectId,
      studentId,
      requestId,
    ],
  );
}
