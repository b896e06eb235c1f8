import { enqueueJob } from "@campus-graph/kit/jobs/job-queue";
import type { DeliveryRequest } from "@campus-graph/schema/events";
import type { IdentityContext } from "../context.js";
import { templates } from "../delivery/templates/registry.js";
import { afterQuietHours } from "../domain/quiet-hours.js";
import { takePlace } from "../persistence/delivery-pace.js";

export const deliveryJob = "delivery";

/** What the job holds: ids alone, since the letter is written when it is sent. */
export type DeliveryPayload = Pick<DeliveryRequest, "subjectId" | "template" | "ids">;

/**
 * Writes down that somebody is to be written to: once for an occasion, not in the quiet hours, and a batch's letters
 * evenly, each template's apart from the others'. A template that nobody has made here yet waits for who makes it.
 */
export async function requestDelivery(
  context: IdentityContext,
  { subjectId, template, ids, occasion }: DeliveryRequest,
): Promise<void> {
  if (!templates.has(template)) throw new Error(`There is no template ${template} to write by.`);
  const { clock, services } = context;
  const { quietHours, perMinute } = services.deliveries;
  const from = afterQuietHours(clock.now(), quietHours);
  const place = await takePlace(context, { lane: template, from, perMinute });
  await enqueueJob(context, deliveryJob, {
    dedupe: `${template}:${subjectId}:${occasion}`,
    payload: { subjectId, template, ids } satisfies DeliveryPayload,
    notBefore: afterQuietHours(place, quietHours),
  });
}
