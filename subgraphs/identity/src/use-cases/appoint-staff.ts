import { loginKey } from "@campus-graph/kit/auth/crypto";
import { recordEvent } from "@campus-graph/kit/events/outbox";
import type { EmailAddress } from "@campus-graph/kit/text/email-address";
import type { IdentityEvents } from "@campus-graph/schema/events";
import type { IdentityContext } from "../context.js";

export interface Appointment {
  subjectId: string;
  role: IdentityEvents["identity.StaffAppointed"]["role"];
  schoolCode: string | null;
  email: EmailAddress;
}

/** Tells the others that a person holds a staff role, within the caller's transaction. Telling it again does no harm. */
export function appointStaff(
  context: IdentityContext,
  { subjectId, role, schoolCode, email }: Appointment,
): void {
  recordEvent(context.em, {
    type: "identity.StaffAppointed",
    key: subjectId,
    payload: { subjectId, role, schoolCode, loginKey: loginKey(context.keys.ring("person"), email) },
    occurredAt: context.clock.now(),
  });
}
