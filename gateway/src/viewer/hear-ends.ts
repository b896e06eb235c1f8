import { PostgresBus } from "@campus-graph/kit/events/postgres-bus";
import type { Log } from "@campus-graph/kit/log";
import { endsRememberedMs, type Sessions } from "./sessions.js";

const source = "identity";
const types = ["identity.SessionEnded", "identity.AccountDisabled"];
/** How often the bus is asked although it did not call. */
const netMs = 2_000;
/** How far back a gateway that starts reads: ends that still matter are younger than this many events. */
const readBack = 2_000;
const atOnce = 500;

/** Hears on the bus which sign-ins are over, from the moment it starts and a little before. */
export function hearEnds(busUrl: string, sessions: Sessions, log: Log): { stop(): Promise<void> } {
  const bus = new PostgresBus(busUrl);
  let after: { epoch: number; position: number } | null = null;
  let reading: Promise<void> | null = null;
  let again = false;

  const read = async (): Promise<void> => {
    if (after === null) {
      const head = await bus.head(source);
      after = { epoch: head?.epoch ?? 0, position: Math.max(0, (head?.position ?? 0) - readBack) };
    }
    for (;;) {
      const events = await bus.read(source, after, types, atOnce);
      for (const { type, payload, occurredAt } of events)
        if (types.includes(type) && occurredAt.getTime() > Date.now() - endsRememberedMs)
          endOf(payload, occurredAt, sessions);
      after = events.at(-1) ?? after;
      if (events.length < atOnce) break;
    }
    sessions.heard();
  };

  const round = (): void => {
    again = true;
    reading ??= (async () => {
      while (again) {
        again = false;
        await read().catch((err: unknown) => log.warn({ err }, "the bus cannot be read"));
      }
      reading = null;
    })();
  };

  const listening = bus.listen(round);
  const net = setInterval(round, netMs);
  round();
  return {
    async stop() {
      clearInterval(net);
      await listening.stop();
      await reading;
      await bus.close();
    },
  };
}

function endOf(payload: object | null, occurredAt: Date, sessions: Sessions): void {
  const { subjectId, sid } = (payload ?? {}) as { subjectId?: string; sid?: string | null };
  if (sid) sessions.end({ session: sid });
  else if (subjectId) sessions.end({ subject: subjectId, before: occurredAt });
}
