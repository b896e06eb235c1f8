import { OutsideAddressRefused } from "@campus-graph/kit/http/outside-address";
import { FinalFailure, type JobKind, ReportedFailure } from "@campus-graph/kit/jobs/job";
import type { IdentityContext, IdentityServices } from "../context.js";
import { templates } from "../delivery/templates/registry.js";
import { afterQuietHours } from "../domain/quiet-hours.js";
import { accountById, contactsOf } from "../persistence/accounts.js";
import { deliveryPreferencesOf } from "../persistence/delivery-preferences.js";
import {
  type PushSubscription,
  pushSubscriptionOf,
  removeGoneSubscription,
} from "../persistence/push-subscriptions.js";
import { AwayServices } from "./away-services.js";
import { type PushMessage, PushNotTaken, SubscriptionGone } from "./push-service.js";
import { type PushPayload, pushJob, queuePush } from "./queue-push.js";
import { topicOf } from "./topic.js";

/** A day of tries at half an hour each ends before that many. */
const mostTries = 100;

/**
 * Pushes, at least once, as things stand at each try: a session that has ended, a binding that is over, a choice against
 * it or a bill taken back end what still waits.
 */
export function pushJobs(): JobKind<IdentityServices, never>[] {
  const away = new AwayServices();
  return [
    {
      name: pushJob,
      mostTries,
      firstPauseMs: 5_000,
      run: (context, { payload }) => push(context, payload, away),
    } satisfies JobKind<IdentityServices, PushPayload>,
  ];
}

async function push(context: IdentityContext, payload: PushPayload, away: AwayServices): Promise<void> {
  const { services, clock } = context;
  const now = clock.now();
  const goodUntil = new Date(payload.goodUntil);
  if (!services.push || now >= goodUntil) return;
  const notBefore = afterQuietHours(now, services.deliveries.quietHours);
  const { sid, template, subjectId, ids } = payload;
  // A try that failed in the evening goes on in the morning.
  if (notBefore > now) {
    const dedupe = `morning:${template}:${JSON.stringify(ids)}`;
    return queuePush(context, { sid, delivery: { template, subjectId, ids }, dedupe, notBefore });
  }
  const subscription = await pushSubscriptionOf(context, payload);
  if (!subscription) return;
  const content = await contentOf(context, payload, subscription);
  if (!content) return;
  const lifeS = Math.ceil((goodUntil.getTime() - now.getTime()) / 1_000);
  await hand(context, subscription, { content, lifeS, topic: topicOf(content.kind, content.id) }, away);
}

interface PushContent {
  kind: string;
  id: string | null;
  language: string;
}

/** What is true now, and still wished for; null where nothing is. */
async function contentOf(
  context: IdentityContext,
  { template: name, subjectId, ids }: PushPayload,
  { language }: PushSubscription,
): Promise<PushContent | null> {
  const template = templates.get(name);
  const account = await accountById(context, subjectId);
  if (!template?.push || !account || account.isDisabled) return null;
  const choices = await deliveryPreferencesOf(context, subjectId);
  if (!choices.find(({ kind }) => kind === template.kind)?.wanted.PUSH) return null;
  const facts = await template.read(context, { subjectId, name: contactsOf(context, account).name }, ids);
  return facts === null ? null : { kind: name, id: template.push(facts), language };
}

async function hand(
  context: IdentityContext,
  { target }: PushSubscription,
  message: PushMessage,
  away: AwayServices,
): Promise<void> {
  const { services, clock, log } = context;
  if (away.isAway(target.endpoint, clock.now())) throw waiting(new PushNotTaken("PUSH_SERVICE_AWAY", false));
  try {
    await services.push!.send(target, message);
  } catch (error) {
    if (error instanceof SubscriptionGone) return removeGoneSubscription(context, target);
    // The operator has taken its host from the list since, or its name leads into our own network.
    if (error instanceof OutsideAddressRefused) throw new FinalFailure(`PUSH_${error.code}`);
    if (error instanceof PushNotTaken && error.isFinal) throw new FinalFailure(error.code);
    if (error instanceof PushNotTaken && error.code === "PUSH_HTTP_429") throw error;
    away.note(target.endpoint, clock.now(), log);
    throw waiting(error);
  }
  away.worked(target.endpoint);
}

function waiting(cause: unknown): ReportedFailure {
  return new ReportedFailure("The push service takes nothing.", { cause });
}
