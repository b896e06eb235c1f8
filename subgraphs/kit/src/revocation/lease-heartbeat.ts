import pg from "pg";
import type { Listening } from "../events/bus.js";
import { limits } from "../events/limits.js";
import { listenToChannels } from "../events/listen.js";
import { startLoop } from "../events/loop.js";
import {
  acknowledgeEvents,
  joinParticipants,
  leaveParticipants,
  type OpenSynchronousEvent,
  openSynchronousEvents,
  synchronousEventChannel,
} from "./participants.js";
import { synchronousEventTypes } from "./synchronous-events.js";

export interface LeaseHeartbeatOptions {
  /** Names this gateway among all parties. */
  party: string;
  /** For how long this gateway may go on answering after the bus was last read. */
  leaseMs: number;
  /**
   * Everything that must hold at once and may not hold everywhere yet. Acts on it before it returns; only then do the
   * others stop waiting. `askedAt`: on the monotonic clock, when the lease under which this was read began.
   */
  onOpen: (open: readonly OpenSynchronousEvent[], askedAt: number) => void;
}

const netMs = 500;

/**
 * Attends to what must hold everywhere at once, for a gateway. While it attends, whoever takes something away from a
 * subject waits for it; it is let go only when its lease has ended, after which it must answer nobody.
 */
export function startLeaseHeartbeat(
  url: string,
  { party, leaseMs, onOpen }: LeaseHeartbeatOptions,
): Listening {
  const pool = new pg.Pool({ connectionString: url, max: 1, ...limits });
  pool.on("error", () => undefined);
  const loop = startLoop({
    netMs,
    onError: () => undefined,
    async round() {
      const askedAt = performance.now();
      // In this order: what is said between the two is said by somebody who already waits for this party.
      await joinParticipants(pool, party, synchronousEventTypes, leaseMs);
      const open = await openSynchronousEvents(pool);
      onOpen(open, askedAt);
      await acknowledgeEvents(
        pool,
        party,
        open.map(({ eventId }) => eventId),
      );
      return 0;
    },
  });
  const listening = listenToChannels(url, [synchronousEventChannel], () => loop.wake());
  return {
    async stop() {
      await listening.stop();
      await loop.stop();
      await leaveParticipants(pool, party).catch(() => undefined);
      await pool.end();
    },
  };
}
