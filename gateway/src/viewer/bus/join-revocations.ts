import { setTimeout as delay } from "node:timers/promises";
import { startLeaseHeartbeat } from "@campus-graph/kit/revocation/lease-heartbeat";
import type { Revocations } from "../revocations.js";

/** How long a start waits until the bus was first read; then it goes on, and refuses everybody who is signed in. */
const patienceMs = 2_000;

export interface LeaseHeartbeat {
  /** Resolves once the bus has been read, or after a while without it. */
  began: Promise<void>;
  stop(): Promise<void>;
}

/** Consumes revocations from the bus, and acknowledges them. */
export function joinRevocations(
  busUrl: string,
  leaseMs: number,
  revocations: Revocations,
  instance: string,
): LeaseHeartbeat {
  const first = Promise.withResolvers<void>();
  const leaseHeartbeat = startLeaseHeartbeat(busUrl, {
    participant: instance,
    leaseMs,
    onOpen(open, askedAt) {
      revocations.update(open, askedAt);
      first.resolve();
    },
  });
  const patience = delay(patienceMs, undefined, { ref: false });
  return { began: Promise.race([first.promise, patience]), stop: () => leaseHeartbeat.stop() };
}
