import { followBus } from "@campus-graph/kit/events/follow-bus";
import { endsRememberedMs, type Sessions } from "./sessions.js";

/** Hears on the bus which sign-ins are over, from the moment it starts and a little before. */
export function hearEnds(busUrl: string, sessions: Sessions): { stop(): Promise<void> } {
  return followBus(busUrl, {
    source: "identity",
    types: ["identity.SessionEnded", "identity.AccountDisabled"],
    since: new Date(Date.now() - endsRememberedMs),
    onEvent: ({ payload, occurredAt }) => endOf(payload, occurredAt, sessions),
    onAlive: (heardMsAgo) => sessions.heard(heardMsAgo),
  });
}

function endOf(payload: object, occurredAt: Date, sessions: Sessions): void {
  const { subjectId, sid } = payload as { subjectId?: string; sid?: string | null };
  if (sid) sessions.end({ session: sid });
  else if (subjectId) sessions.end({ subject: subjectId, before: occurredAt });
}
