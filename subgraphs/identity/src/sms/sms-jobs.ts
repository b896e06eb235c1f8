import type { JobKind } from "@campus-graph/kit/jobs/job";
import { enqueueJob } from "@campus-graph/kit/jobs/job-queue";
import { transaction } from "@campus-graph/kit/sql/transaction";
import type { IdentityContext, IdentityServices } from "../context.js";
import { keepAcceptedSms, keepSmsState } from "../persistence/sms-deliveries.js";
import { keepUndeliveredSms, openSms, type SmsPayload, smsJobOf, smsKinds } from "./queue-sms.js";
import { maskNumber } from "./sms-text.js";

const statusJob = "sms-status";
/** When the provider is first asked; then ever more seldom, for about two hours. */
const firstAskedAfterMs = 30_000;

interface StatusPayload {
  /** Of the message that is asked after. */
  smsId: string;
  reference: string;
  /** Its job's name, and what it held, sealed for that job's row; none in what was written before undelivered ones were listed. */
  sent?: { kind: string; payload: SmsPayload };
}

/**
 * Sends text messages, and asks the provider later what became of them where it says so. At least once: a provider may
 * know by the id what it was given twice. A code whose time is over is not sent any more.
 */
export const smsJobs: readonly JobKind<IdentityServices, never>[] = [
  ...smsKinds.map(
    (kind): JobKind<IdentityServices, SmsPayload> => ({
      name: smsJobOf(kind),
      mostTries: 8,
      firstPauseMs: 2_000,
      longestPauseMs: 2 * 60_000,
      run: (context, job) => sendSms(context, job),
    }),
  ),
  {
    name: statusJob,
    mostTries: 12,
    firstPauseMs: 60_000,
    run: (context, { payload }) => askState(context, payload),
  } satisfies JobKind<IdentityServices, StatusPayload>,
];

async function sendSms(
  context: IdentityContext,
  { id, kind, payload }: { id: string; kind: string; payload: SmsPayload },
): Promise<void> {
  const { sms } = context.services;
  const now = context.clock.now();
  if (payload.goodUntil !== undefined && now >= new Date(payload.goodUntil)) return;
  if (!sms) throw new NoProvider();
  const message = openSms(context.keys, id, payload.message);
  const { reference } = await sms.send({ id, ...message });
  await transaction(context, async (context) => {
    await keepAcceptedSms(context, { id, maskedTarget: maskNumber(message.to), reference, acceptedAt: now });
    if (sms.isAskedLater && reference !== null)
      await enqueueJob(context, statusJob, {
        dedupe: id,
        payload: { smsId: id, reference, sent: { kind, payload } } satisfies StatusPayload,
        notBefore: new Date(now.getTime() + firstAskedAfterMs),
      });
  });
}

async function askState(context: IdentityContext, { smsId, reference, sent }: StatusPayload): Promise<void> {
  const state = await context.services.sms?.stateOf(reference);
  if (state === "ACCEPTED") throw new StillUnderWay();
  if (state)
    await transaction(context, async (context) => {
      await keepSmsState(context, { id: smsId, state });
      if (state === "FAILED" && sent) await keepUndeliveredSms(context, { id: smsId, ...sent });
    });
  if (state === "FAILED")
    context.log.warn({ alert: "sms-failed", job: smsId }, "a text message did not reach its telephone");
}

/** Named in the list of dead letters. */
class NoProvider extends Error {
  override readonly name = "SMS_NOT_AVAILABLE";
}

class StillUnderWay extends Error {
  override readonly name = "SMS_UNDER_WAY";
}
