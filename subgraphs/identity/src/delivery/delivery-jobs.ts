import type { JobKind } from "@campus-graph/kit/jobs/job";
import type { IdentityServices } from "../context.js";
import { deliver } from "../use-cases/deliver.js";
import { type DeliveryPayload, deliveryJob } from "../use-cases/request-delivery.js";
import { sendReviewDigests } from "../use-cases/send-review-digests.js";

const digestJob = "review-digest";

/** Each school morning at this time of the city's. */
export const digestAt = "07:30";

export const deliveryJobs: readonly JobKind<IdentityServices, never>[] = [
  {
    name: deliveryJob,
    run: (context, { id, payload }) => deliver(context, id, payload),
  } satisfies JobKind<IdentityServices, DeliveryPayload>,
  {
    name: digestJob,
    run: (context, { payload }) => sendReviewDigests(context, payload.day),
  } satisfies JobKind<IdentityServices, { day: string }>,
];

export const deliverySchedules = [{ kind: digestJob, at: digestAt }] as const;
