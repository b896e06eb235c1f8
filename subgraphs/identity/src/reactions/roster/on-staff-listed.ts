import { openToken } from "@campus-graph/kit/auth/crypto";
import type { ReceivedEvent } from "@campus-graph/kit/events/event";
import { parseEmailAddress } from "@campus-graph/kit/text/email-address";
import { parsePersonName } from "@campus-graph/kit/text/person-name";
import type { IdentityContext } from "../../context.js";
import { admitListedStaff } from "../../use-cases/admit-listed-staff.js";

/** A class sheet names a homeroom teacher; name and e-mail come sealed for identity alone. */
export async function onStaffListed(
  context: IdentityContext,
  { payload, occurredAt }: ReceivedEvent<"roster.StaffListed">,
): Promise<void> {
  const { role, schoolCode, sealedPerson, isKnown = false } = payload;
  // Opened as of when it was said: an event that was long under way is as good as a fresh one.
  const { name, email } = openToken<{ name: string; email: string }>(
    context.keys.ring("staff"),
    "staff-listed",
    sealedPerson,
    occurredAt,
  );
  await admitListedStaff(context, {
    name: parsePersonName(name),
    email: parseEmailAddress(email),
    role,
    schoolCode,
    isKnown,
  });
}
