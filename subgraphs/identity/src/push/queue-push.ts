import { enqueueJob } from "@campus-graph/kit/jobs/job-queue";
import type { IdentityContext } from "../context.js";
import type { DeliveryPayload } from "../use-cases/request-delivery.js";

export const pushJob = "push";

const dayMs = 24 * 60 * 60_000;

/** What the job holds: which session, and what about, in ids alone. */
export interface PushPayload extends DeliveryPayload {
  sid: string;
  /** ISO 8601; a day later it is news to nobody, and not pushed any more. */
  goodUntil: string;
}

export interface QueuedPush {
  sid: string;
  delivery: DeliveryPayload;
  dedupe: string;
  notBefore: Date;
}

/** Writes the push down in the transaction that calls for it: once for an occasion and a session. */
export async function queuePush(
  context: IdentityContext,
  { sid, delivery, dedupe, notBefore }: QueuedPush,
): Promise<void> {
  const goodUntil = new Date(notBefore.getTime() + dayMs).toISOString();
  const payload: PushPayload = { ...delivery, sid, goodUntil };
  await enqueueJob(context, pushJob, { dedupe: `${dedupe}:${sid}`, payload, notBefore });
}
