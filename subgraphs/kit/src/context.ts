import type { EntityManager } from "@mikro-orm/postgresql";
import type { Keys } from "./auth/keys.js";
import type { Viewer } from "./auth/viewer.js";
import type { Clock } from "./ops/clock.js";
import type { Log } from "./ops/log.js";

/** What the reads of one batched request have in common: nothing of any viewer's. */
export interface BatchScope {
  readonly em: EntityManager;
}

/** Who has yet to act on an event that must hold everywhere at once; null while it is still on its way to the bus. */
export type MissingParticipants = (eventId: string) => Promise<readonly string[] | null>;

/**
 * What one piece of work is done with: a GraphQL request, a reaction, a job.
 * `S` is the subgraph's own: its ports, its further configuration.
 */
export interface Context<S = unknown> {
  readonly viewer: Viewer;
  /** This work's own entity manager; within `transaction` it is the transaction's. */
  readonly em: EntityManager;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly keys: Keys;
  readonly log: Log;
  readonly traceId: string;
  readonly services: S;
  /** The reads of other viewers that came in the same request; see `loadShared`. */
  readonly batchScope?: BatchScope;
  /** See `pendingAcknowledgements`. Absent where no event that is recorded reaches a bus. */
  readonly missing?: MissingParticipants;
}

/** A subject that must be there: permissions let nobody else come this far, so its absence is a programmer's error. */
export function subjectOf(context: Context): string {
  if (context.viewer.subject === null)
    throw new Error("This act needs a subject; its permission row lets others in.");
  return context.viewer.subject;
}
