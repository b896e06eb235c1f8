import { blindIndex, decryptField, encryptField } from "@campus-graph/kit/auth/crypto";
import type { Keys } from "@campus-graph/kit/auth/keys";
import type { Language } from "@campus-graph/kit/refusals/refusal";
import type { IdentityContext } from "../context.js";
import { idleMs } from "../domain/cookie-session.js";
import type { PushTarget } from "../domain/push-subscription.js";

/** A browser's subscription: a session has one, and it is its account's. */
export interface PushSubscription {
  sid: string;
  subjectId: string;
  language: Language;
  target: PushTarget;
}

/**
 * A browser that comes again, in another session or as somebody else, is that one's alone from now on: nobody's messages
 * appear on a telephone that has changed hands.
 */
export async function keepPushSubscription(
  { em, keys, clock }: IdentityContext,
  { sid, subjectId, language, target }: PushSubscription,
): Promise<void> {
  const index = endpointIndex(keys, target.endpoint);
  await em.execute("delete from push_subscription where endpoint_index = ? and sid <> ?", [index, sid]);
  await em.execute(
    `insert into push_subscription (sid, subject_id, endpoint_index, target, language, since) values (?, ?, ?, ?, ?, ?)
     on conflict (sid) do update set subject_id = excluded.subject_id, endpoint_index = excluded.endpoint_index,
       target = excluded.target, language = excluded.language, since = excluded.since`,
    [sid, subjectId, index, sealTarget(keys, sid, target), language, clock.now()],
  );
}

/** While the session lasts. */
export async function pushSubscriptionOf(
  { em, keys, clock }: IdentityContext,
  { sid, subjectId }: { sid: string; subjectId: string },
): Promise<PushSubscription | null> {
  const now = clock.now();
  const [row] = await em.execute<{ target: string; language: Language }[]>(
    `select target, language from push_subscription as push where sid = ? and subject_id = ? and (
       exists (select 1 from cookie_session where sid = push.sid and expires_at > ? and used_at > ?)
       or exists (select 1 from sso_item where session_uid = push.sid and expires_at > ?))`,
    // The provider tells time by the system's clock.
    [sid, subjectId, now, new Date(now.getTime() - idleMs), new Date()],
  );
  return row ? { sid, subjectId, language: row.language, target: openTarget(keys, sid, row.target) } : null;
}

/** The sessions of a person that are pushed to. */
export async function pushedSessionsOf({ em }: IdentityContext, subjectId: string): Promise<string[]> {
  const rows = await em.execute<{ sid: string }[]>(
    "select sid from push_subscription where subject_id = ? order by sid",
    [subjectId],
  );
  return rows.map(({ sid }) => sid);
}

export async function removePushSubscription({ em }: IdentityContext, sid: string): Promise<void> {
  await em.execute("delete from push_subscription where sid = ?", [sid]);
}

/** Its push service says that there is none of this address any more; one that was put in its place since then stays. */
export async function removeGoneSubscription(
  { em, keys }: IdentityContext,
  { endpoint }: PushTarget,
): Promise<void> {
  await em.execute("delete from push_subscription where endpoint_index = ?", [endpointIndex(keys, endpoint)]);
}

function endpointIndex(keys: Keys, endpoint: string): string {
  return blindIndex(keys.ring("index"), `push:${endpoint}`);
}

function sealTarget(keys: Keys, sid: string, target: PushTarget): string {
  return encryptField(keys.ring("field"), JSON.stringify(target), placeOf(sid));
}

function openTarget(keys: Keys, sid: string, sealed: string): PushTarget {
  return JSON.parse(decryptField(keys.ring("field"), sealed, placeOf(sid))) as PushTarget;
}

function placeOf(row: string) {
  return { table: "push_subscription", column: "target", row };
}
