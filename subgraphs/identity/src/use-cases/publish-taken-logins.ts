import { recordEvent } from "@campus-graph/kit/events/outbox";
import type { IdentityContext } from "../context.js";
import { requestsWithTakenLogin } from "../persistence/taken-logins.js";

/**
 * Tells binding of requests that wait and whose declared e-mail address signs in another person by now, so that the
 * click refuses what the grid shows. Asked when a request is sent in and when an address becomes a login.
 */
export async function publishTakenLogins(
  context: IdentityContext,
  of: { requestId: string } | { accountId: string },
): Promise<void> {
  for (const { requestId, version } of await requestsWithTakenLogin(context, of))
    recordEvent(context.em, {
      type: "identity.LoginTaken",
      key: requestId,
      payload: { requestId, ...(version === null ? {} : { version }) },
      occurredAt: context.clock.now(),
    });
}
