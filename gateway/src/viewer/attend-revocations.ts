import { setTimeout as delay } from "node:timers/promises";
import { attend } from "@campus-graph/kit/events/attend";
import type { Revocations } from "./revocations.js";

/** How long a start waits for the first word from the bus; then it goes on, and refuses everybody with a name. */
const patienceMs = 2_000;

export interface Attending {
  /** Resolves once it hears, or after a while without it. */
  began: Promise<void>;
  stop(): Promise<void>;
}

/** Hears on the bus what is taken from whom, and lets the others know that it has. */
export function attendRevocations(
  busUrl: string,
  leaseMs: number,
  revocations: Revocations,
  instance: string,
): Attending {
  const first = Promise.withResolvers<void>();
  const attending = attend(busUrl, {
    party: instance,
    leaseMs,
    onOpen(open, askedAt) {
      revocations.update(open, askedAt);
      first.resolve();
    },
  });
  const patience = delay(patienceMs, undefined, { ref: false });
  return { began: Promise.race([first.promise, patience]), stop: () => attending.stop() };
}
