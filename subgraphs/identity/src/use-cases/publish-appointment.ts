import { loginKey } from "@campus-graph/kit/auth/crypto";
import { recordEvent } from "@campus-graph/kit/events/outbox";
import type { EmailAddress } from "@campus-graph/kit/text/email-address";
import type { IdentityContext } from "../context.js";
import type { StaffRole } from "../domain/staff-role.js";

export interface Appointment {
  subjectId: string;
  role: Pick<StaffRole, "role" | "schoolCode" | "from" | "until">;
  email: EmailAddress;
  /** Of a teacher: the class whose homeroom is theirs. */
  classId?: string | null;
}

/** Tells the others that a person holds a staff role, within the caller's transaction. Telling it again does no harm. */
export function publishAppointment(
  context: IdentityContext,
  { subjectId, role: { role, schoolCode, from, until }, email, classId }: Appointment,
): void {
  recordEvent(context.em, {
    type: "identity.StaffAppointed",
    key: subjectId,
    payload: {
      subjectId,
      role,
      schoolCode: schoolCode ?? null,
      loginKey: loginKey(context.keys.ring("person"), email),
      from,
      until,
      ...(classId ? { classId } : {}),
    },
    occurredAt: context.clock.now(),
  });
}
