import { followBus } from "@campus-graph/kit/events/follow-bus";
import { type Ended, endsRememberedMs, type Sessions } from "../sessions.js";

/** Hears on the bus which sign-ins are over, from the moment it starts and a little before. */
export function followSessionEnds(busUrl: string, sessions: Sessions): { stop(): Promise<void> } {
  return followBus(busUrl, {
    source: "identity",
    types: [
      "identity.SessionEnded",
      "identity.TokensRevoked",
      "identity.AccountDisabled",
      "identity.PartnerChanged",
      "identity.StaffRoleEnded",
    ],
    since: new Date(Date.now() - endsRememberedMs),
    onEvent: ({ type, payload, occurredAt }) => {
      const ended = endOf(type, payload, occurredAt);
      if (ended) sessions.end(ended);
    },
    onAlive: (receivedMsAgo) => sessions.noteAlive(receivedMsAgo),
  });
}

/** What an event of identity says is over; null: nothing. */
export function endOf(type: string, payload: object, occurredAt: Date): Ended | null {
  const { subjectId, sid, except, suspended, narrowed, role, schoolCode } = payload as {
    subjectId?: string;
    sid?: string;
    except?: string;
    suspended?: boolean;
    narrowed?: boolean;
    role?: string;
    schoolCode?: string;
  };
  if (sid) return { session: sid };
  if (!subjectId) return null;
  // The tokens that it got of the guardians who have linked it.
  if (type === "identity.PartnerChanged")
    return suspended || narrowed ? { client: subjectId, before: occurredAt } : null;
  if (type === "identity.StaffRoleEnded")
    return role
      ? { subject: subjectId, role, schoolCode: schoolCode ?? null, overSince: laterOf(occurredAt) }
      : null;
  if (type === "identity.TokensRevoked")
    return { subject: subjectId, notBefore: occurredAt, except: except ?? null };
  return { subject: subjectId, before: occurredAt };
}

/** Now, if no clock says otherwise: a token that was being made meanwhile may name the role, and is older than that. */
function laterOf(occurredAt: Date): Date {
  return new Date(Math.max(occurredAt.getTime(), Date.now()));
}
