import type { ReceivedEvent } from "@campus-graph/kit/events/event";
import type { BindingContext } from "../context.js";

/**
 * A guardian declared again, for an application already submitted, may find that their login was taken or freed
 * meanwhile: the reviewer is to see it before deciding. Who they are changes only by a signed correction, so a
 * declaration of another person or by another subject is not theirs and changes nothing.
 */
export async function onGuardianDeclared(
  { em }: BindingContext,
  { payload }: ReceivedEvent<"identity.GuardianDeclared">,
): Promise<void> {
  await em.execute(
    `update request set login_check = ?
     where application_id = ? and subject_id = ? and person_key = ? and status in ('PENDING', 'RETURNED')`,
    [payload.loginCheck, payload.applicationId, payload.subjectId, payload.personKey],
  );
}
