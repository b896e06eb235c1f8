import type { IdentityContext } from "../context.js";

const minuteMs = 60_000;

/**
 * Takes a place in the first minute of a lane that has room, from a moment on: a batch of a whole city goes out evenly,
 * and what nobody else is sent goes at once. Each takes the lane's row in turn.
 */
export async function takePlace(
  { em }: IdentityContext,
  { lane, from, perMinute }: { lane: string; from: Date; perMinute: number },
): Promise<Date> {
  const minute = new Date(Math.floor(from.getTime() / minuteMs) * minuteMs);
  const [row] = await em.execute<[{ slot: Date }]>(
    `insert into delivery_pace as pace (lane, slot, taken) values (?, ?, 1)
     on conflict (lane) do update set
       slot = case when pace.slot < excluded.slot then excluded.slot
         when pace.taken >= ? then pace.slot + interval '1 minute' else pace.slot end,
       taken = case when pace.slot < excluded.slot or pace.taken >= ? then 1 else pace.taken + 1 end
     returning slot`,
    [lane, minute, perMinute, perMinute],
  );
  const slot = new Date(row.slot);
  return slot > from ? slot : from;
}
