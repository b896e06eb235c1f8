import pg from "pg";
import { startLoop } from "../ops/loop.js";
import { limits } from "../sql/connection-limits.js";
import { type Listening, listenToChannels } from "../sql/listen.js";
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
  /** Names this gateway among all participants. */
  participant: string;
  /** For how long this gateway may go on answering after the bus was last read. */
  leaseMs: number;
  /**
   * Everything that must hold at once and may not hold everywhere yet. Acts on it before it returns; only then do the
   * others stop waiting for what it returns: for the rest they wait until the next time. `requestedAt`: on the monotonic
   * clock, when the lease under which this was read began.
   */
  onOpen: (
    open: readonly OpenSynchronousEvent[],
    requestedAt: number,
  ) => readonly Pick<OpenSynchronousEvent, "eventId">[];
}

/** Runs until it is stopped. */
export interface HeartbeatOfLease extends Listening {
  /** What was not in effect may be now: look again soon. */
  wake(): void;
}

const netMs = 500;

/**
 * Keeps a gateway a participant in what must hold everywhere at once. While its lease is renewed, whoever takes something away from a
 * subject waits for it; it is let go only when its lease has ended, after which it must answer nobody.
 */
export function startLeaseHeartbeat(
  url: string,
  { participant, leaseMs, onOpen }: LeaseHeartbeatOptions,
): HeartbeatOfLease {
  const pool = new pg.Pool({ connectionString: url, max: 1, ...limits });
  pool.on("error", () => undefined);
  const loop = startLoop({
    netMs,
    onError: () => undefined,
    async round() {
      const requestedAt = performance.now();
      // In this order: whoever publishes between the two already waits for this participant.
      await joinParticipants(pool, participant, synchronousEventTypes, leaseMs);
      const open = await openSynchronousEvents(pool);
      const inEffect = onOpen(open, requestedAt);
      await acknowledgeEvents(
        pool,
        participant,
        inEffect.map(({ eventId }) => eventId),
      );
      return 0;
    },
  });
  const listening = listenToChannels(url, [synchronousEventChannel], () => loop.wake());
  return {
    wake: () => loop.wake(),
    async stop() {
      await listening.stop();
      await loop.stop();
      await leaveParticipants(pool, participant).catch(() => undefined);
      await pool.end();
    },
  };
}
