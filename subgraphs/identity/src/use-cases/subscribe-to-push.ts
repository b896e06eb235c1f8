import { OutsideAddressRefused } from "@campus-graph/kit/http/outside-address";
import { Forbidden } from "@campus-graph/kit/refusals/refusal";
import { recordAudit } from "@campus-graph/kit/sql/audit";
import { isId } from "@campus-graph/kit/sql/id";
import { transaction } from "@campus-graph/kit/sql/transaction";
import type { IdentityContext } from "../context.js";
import { checkPushTarget, type PushTarget } from "../domain/push-subscription.js";
import { PushHostNotAllowed, PushKeyChanged, PushUnavailable } from "../domain/refusals.js";
import {
  keepPushSubscription,
  pushSubscriptionOf,
  removePushSubscription,
} from "../persistence/push-subscriptions.js";
import { isUnderWay } from "../persistence/sessions.js";
import type { PushService } from "../push/push-service.js";

/** What a browser needs to subscribe, and whether it has. */
export interface PushState {
  serverKey: string;
  subscribed: boolean;
}

/** Null where the city sends no pushes. */
export async function myPushState(context: IdentityContext): Promise<PushState | null> {
  const { push } = context.services;
  if (!push) return null;
  const subscription = await pushSubscriptionOf(context, sessionOf(context));
  return { serverKey: push.serverKey, subscribed: subscription !== null };
}

/**
 * The browser of this session is pushed to from now on, in its reader's language, until the session ends. Asked again it
 * takes the place of what was before. Refuses PUSH_UNAVAILABLE, PUSH_HOST_NOT_ALLOWED, PUSH_KEY_CHANGED, BAD_INPUT.
 */
export async function subscribeToPush(context: IdentityContext, target: PushTarget): Promise<PushState> {
  const { push } = context.services;
  if (!push) throw new PushUnavailable();
  checkPushTarget(target);
  checkHost(push, target);
  if (!push.holds(target.serverKey)) throw new PushKeyChanged();
  const session = sessionOf(context);
  await transaction(context, async (context) => {
    // Of a sign-out at the same moment, nothing is left behind.
    if (!(await isUnderWay(context.em, session.sid))) throw new Forbidden();
    await keepPushSubscription(context, { ...session, language: context.viewer.language, target });
    await recordAudit(context, { act: "subscribe-to-push", object: `account:${session.subjectId}` });
  });
  return { serverKey: push.serverKey, subscribed: true };
}

/** The browser of this session is pushed to no more. Asked again it changes nothing. */
export async function unsubscribeFromPush(context: IdentityContext): Promise<PushState | null> {
  const { sid, subjectId } = sessionOf(context);
  await transaction(context, async (context) => {
    await removePushSubscription(context, sid);
    await recordAudit(context, { act: "unsubscribe-from-push", object: `account:${subjectId}` });
  });
  return myPushState(context);
}

function sessionOf({ viewer }: IdentityContext): { sid: string; subjectId: string } {
  const { subject, session } = viewer;
  if (!subject || !isId(subject) || !session) throw new Forbidden();
  return { sid: session, subjectId: subject };
}

function checkHost(push: PushService, { endpoint }: PushTarget): void {
  try {
    push.checkEndpoint(endpoint);
  } catch (error) {
    if (!(error instanceof OutsideAddressRefused)) throw error;
    throw new PushHostNotAllowed({ host: URL.canParse(endpoint) ? new URL(endpoint).host : "?" });
  }
}
