import type { Pool } from "pg";

/** Wakes the gateways when there is an event that must hold everywhere at once. */
export const synchronousEventChannel = "campus_at_once";

/** An event that does not hold everywhere yet. */
export interface OpenSynchronousEvent {
  eventId: string;
  type: string;
  subject: string;
  /** What it says, and when it happened. */
  payload: object;
  occurredAt: Date;
}

/** The participant is waited for from now on: for `leaseMs`, or for ever where that is null. */
export async function joinParticipants(
  pool: Pool,
  participant: string,
  types: readonly string[],
  leaseMs: number | null,
): Promise<void> {
  await pool.query(
    `insert into bus.party (name, types, until) values ($1, $2, clock_timestamp() + $3 * interval '1 millisecond')
     on conflict (name) do update set types = excluded.types, until = excluded.until`,
    [participant, types, leaseMs],
  );
}

/** The participant has gone, and answers nobody any more. So have those whose lease ended a day ago. */
export async function leaveParticipants(pool: Pool, participant: string): Promise<void> {
  await pool.query("delete from bus.party where name = $1 or until < clock_timestamp() - interval '1 day'", [
    participant,
  ]);
}

/** Everything that does not hold everywhere yet, oldest first. */
export async function openSynchronousEvents(pool: Pool): Promise<OpenSynchronousEvent[]> {
  const { rows } = await pool.query(
    `select event_id as "eventId", open.type, subject, payload, occurred_at as "occurredAt"
     from bus.at_once as open join bus.event on event.id = event_id
     where done_at is null order by open.published_at`,
  );
  return rows;
}

export async function unacknowledgedBy(pool: Pool, participant: string): Promise<string[]> {
  const { rows } = await pool.query(
    `select event_id from bus.at_once as event
     where done_at is null and type = any (select unnest(types) from bus.party where name = $1)
       and not exists (select from bus.acknowledgement as done where done.event_id = event.event_id and party = $1)`,
    [participant],
  );
  return rows.map(({ event_id }) => event_id);
}

/** Notes that the party has acted on the events, and which of them hold everywhere now. */
export async function acknowledgeEvents(
  pool: Pool,
  participant: string,
  eventIds: readonly string[],
): Promise<void> {
  if (eventIds.length === 0) return;
  await pool.query(
    "insert into bus.acknowledgement (event_id, party) select unnest($1::uuid[]), $2 on conflict do nothing",
    [eventIds, participant],
  );
  // A statement of its own, that sees what was just written. Of two last participants neither may see the other yet; then
  // the gateways, who look at what is open again and again, find that it is done.
  await pool.query(
    `update bus.at_once as event set done_at = clock_timestamp()
     where done_at is null and event_id = any($1) and not exists (select ${fromMissing("event")})`,
    [eventIds],
  );
}

export async function missingParticipants(pool: Pool, eventId: string): Promise<string[] | null> {
  const { rows } = await pool.query(
    `select (select coalesce(array_agg(party.name order by party.name), '{}') ${fromMissing("event")}) as missing
     from bus.at_once as event where event_id = $1`,
    [eventId],
  );
  return rows[0]?.missing ?? null;
}

/** The participants that have yet to act on an event. One whose lease has ended answers nobody, and is not waited for. */
function fromMissing(event: string): string {
  return `from bus.party
    where ${event}.type = any(party.types) and (party.until is null or party.until > clock_timestamp())
      and not exists (
        select from bus.acknowledgement as done
        where done.event_id = ${event}.event_id and done.party = party.name)`;
}
