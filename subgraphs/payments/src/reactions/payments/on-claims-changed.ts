import type { ReceivedEvent } from "@campus-graph/kit/events/event";
import type { PaymentsContext } from "../../context.js";
import { notifyOfClaims } from "../../use-cases/notify-of-claims.js";

/** An open bill shows that the other guardian has begun to pay. */
export async function onClaimsStarted(
  context: PaymentsContext,
  events: readonly ReceivedEvent<"payments.ClaimStarted">[],
): Promise<void> {
  await notifyOfClaims(
    context,
    events.map(({ payload, occurredAt }) => ({ kind: "STARTED", ...payload, occurredAt })),
  );
}

/** And that they pay no more. */
export async function onClaimsEnded(
  context: PaymentsContext,
  events: readonly ReceivedEvent<"payments.ClaimEnded">[],
): Promise<void> {
  await notifyOfClaims(
    context,
    events.map(({ payload, occurredAt }) => ({ kind: "ENDED", ...payload, occurredAt })),
  );
}
