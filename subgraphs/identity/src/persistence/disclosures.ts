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

/** Written down in the transaction that shows it, for the person to read. `at`, `by`: now and the viewer. */
export async function keepDisclosure(
  { em, keys, clock, newId, viewer }: IdentityContext,
  { role, schoolCode, what, reason, personSubjectId, studentId, requestId }: Disclosed,
): Promise<void> {
  const id = newId();
  const place = { table: "disclosure", column: "reason", row: id };
  await em.execute(
    `insert into disclosure
       (id, at, by_subject_id, role, school_code, what, reason, person_subject_id, student_id, request_id)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      id,
      clock.now(),
      viewer.subject,
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
