import { setTimeout as delay } from "node:timers/promises";
import { attend } from "@campus-graph/kit/events/attend";
import type { Instance } from "./instance.js";
import type { Withdrawals } from "./revocations.js";

/** How long the door stays shut for the first word from the bus; then it opens, and refuses everybody with a name. */
const patienceMs = 2_000;

/** Hears on the bus what is taken from whom, and lets the others know that it has. Resolves once it hears. */
export async function hearWithdrawals(
  busUrl: string,
  leaseMs: number,
  withdrawals: Withdrawals,
  instance: Instance,
): Promise<{ stop(): Promise<void> }> {
  const first = Promise.withResolvers<void>();
  const attending = attend(busUrl, {
    party: instance.name,
    leaseMs,
    onOpen(open, askedAt) {
      withdrawals.heard(open, askedAt);
      first.resolve();
    },
  });
  await Promise.race([first.promise, delay(patienceMs, undefined, { ref: false })]);
  return {
    async stop() {
      await attending.stop();
      instance.release();
    },
  };
}
