import { setTimeout as delay } from "node:timers/promises";
import { startLeaseHeartbeat } from "@campus-graph/kit/revocation/lease-heartbeat";
import type { OpenSynchronousEvent } from "@campus-graph/kit/revocation/participants";
import type { RevocationList } from "../revocation-list.js";
import type { Sessions } from "../sessions.js";
import { endOf } from "./follow-session-ends.js";

/** How long a start waits until the bus was first read; then it goes on, and refuses everybody who is signed in. */
const patienceMs = 2_000;

interface Options {
  leaseMs: number;
  /** Names this gateway among all participants. */
  instance: string;
  revocations: RevocationList;
  sessions: Pick<Sessions, "end">;
}

export interface LeaseHeartbeat {
  /** Resolves once the bus has been read, or after a while without it. */
  began: Promise<void>;
  stop(): Promise<void>;
}

/** Consumes revocations from the bus, and acknowledges them. Of a disabled account it acknowledges that all its sign-ins are over. */
export function joinRevocations(
  busUrl: string,
  { leaseMs, instance, revocations, sessions }: Options,
): LeaseHeartbeat {
  const endDisabled = endSignInsOfDisabled(sessions);
  const endRoles = endTokensOfRoles(sessions);
  const first = Promise.withResolvers<void>();
  const leaseHeartbeat = startLeaseHeartbeat(busUrl, {
    participant: instance,
    leaseMs,
    onOpen(open, requestedAt) {
      endDisabled(open);
      endRoles(open);
      revocations.update(open, requestedAt);
      first.resolve();
      return revocations.mutations.settled(open);
    },
  });
  revocations.mutations.onDone(() => leaseHeartbeat.wake());
  const patience = delay(patienceMs, undefined, { ref: false });
  return { began: Promise.race([first.promise, patience]), stop: () => leaseHeartbeat.stop() };
}

/** Each event once, at the moment it is first seen: a token that was being made meanwhile is older than that. */
function endSignInsOfDisabled(
  sessions: Pick<Sessions, "end">,
): (open: readonly OpenSynchronousEvent[]) => void {
  let known: ReadonlySet<string> = new Set();
  return (open) => {
    const disabled = open.filter(({ type }) => type === "identity.AccountDisabled");
    for (const { eventId, subject } of disabled)
      if (!known.has(eventId)) sessions.end({ subject, before: new Date() });
    known = new Set(disabled.map(({ eventId }) => eventId));
  };
}

/** The same for tokens that name a role which is over: before it is acknowledged, none of them counts any more. */
function endTokensOfRoles(sessions: Pick<Sessions, "end">): (open: readonly OpenSynchronousEvent[]) => void {
  let known: ReadonlySet<string> = new Set();
  return (open) => {
    const over = open.filter(({ type }) => type === "identity.StaffRoleEnded");
    for (const { eventId, type, payload, occurredAt } of over) {
      const ended = known.has(eventId) ? null : endOf(type, payload, occurredAt);
      if (ended) sessions.end(ended);
    }
    known = new Set(over.map(({ eventId }) => eventId));
  };
}
