import { decryptField, encryptField } from "@campus-graph/kit/auth/crypto";
import type { IdentityContext } from "../context.js";
import { idleMs } from "../domain/cookie-session.js";
import { type Device, longestAgent, type OpenSession } from "../domain/open-session.js";

export interface SeenSession {
  sid: string;
  client: string;
  agent: string | undefined;
}

/** A session was opened or used from here. The app that opened it stays; the device is the last one seen. */
export async function noteDevice(
  { em, keys, clock, viewer }: IdentityContext,
  { sid, client, agent = "" }: SeenSession,
): Promise<void> {
  const device: Device = { address: viewer.address, agent: agent.slice(0, longestAgent) };
  const sealed = encryptField(keys.ring("field"), JSON.stringify(device), placeOf(sid));
  const now = clock.now();
  await em.execute(
    `insert into session_device (sid, client, device, since, seen_at) values (?, ?, ?, ?, ?)
     on conflict (sid) do update set device = excluded.device, seen_at = excluded.seen_at`,
    [sid, client, sealed, now, now],
  );
}

interface Row {
  sid: string;
  client: string | null;
  device: string | null;
  since: Date;
  seen_at: Date;
}

/**
 * Where the subject is signed in now: sessions with single sign-on and what was opened by them, and the cookies of those
 * who came by a code. Linked wallets are listed apart. A session from before devices were written down began when its oldest part did.
 */
export async function openSessionsOf(context: IdentityContext, subjectId: string): Promise<OpenSession[]> {
  const { em, keys, clock } = context;
  const now = clock.now();
  const rows = await em.execute<Row[]>(
    `with part as (
       select session_uid as sid, expires_at - interval '14 days' as since, null::timestamptz as used_at from sso_item
       where account_id = ? and session_uid is not null and (expires_at is null or expires_at > now())
         and not exists (select 1 from wallet_link where wallet_link.id = session_uid)
       union all
       select sid, opened_at, used_at from cookie_session
       where subject_id = ? and expires_at > ? and used_at > ?
     )
     select part.sid, device.client, device.device, coalesce(device.since, min(part.since), ?) as since,
       coalesce(greatest(device.seen_at, max(part.used_at)), min(part.since), ?) as seen_at
     from part left join session_device as device on device.sid = part.sid
     group by part.sid, device.sid order by seen_at desc, part.sid`,
    [subjectId, subjectId, now, new Date(now.getTime() - idleMs), now, now],
  );
  return rows.map(({ sid, client, device, since, seen_at }) => ({
    sid,
    client: client ?? "",
    since: new Date(since),
    lastSeenAt: new Date(seen_at),
    ...(device === null
      ? { address: "", agent: "" }
      : (JSON.parse(decryptField(keys.ring("field"), device, placeOf(sid))) as Device)),
  }));
}

function placeOf(row: string) {
  return { table: "session_device", column: "device", row };
}
