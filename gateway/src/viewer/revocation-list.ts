import type { Withdrawal } from "@campus-graph/kit/auth/viewer";
import type { OpenSynchronousEvent } from "@campus-graph/kit/revocation/participants";
import { createMutationsUnderWay, type MutationsUnderWay } from "./mutations-under-way.js";

/**
 * Knows which rights were taken from whom (a binding was revoked, a partner changed) and may not be gone everywhere yet;
 * a sign-out is none of these, and `sessions.ts` knows it. Signed into each fetch, this keeps a subgraph from answering
 * before it has acted on the same; and whoever delivers compares before and after, so that nothing leaves that was read
 * before.
 */
export interface RevocationList {
  /**
   * What was revoked for a subject. The same array as long as nothing changes; null while this gateway receives nothing
   * from the bus, and so can answer nobody.
   */
  of(subject: string): readonly Withdrawal[] | null;
  /** This is all that is open, and holds until the lease ends that began then on the monotonic clock. */
  update(
    open: readonly Pick<OpenSynchronousEvent, "eventId" | "type" | "subject">[],
    requestedAt: number,
  ): void;
  isCurrent(): boolean;
  /**
   * Counts the stretches during which the bus was received without a gap; null while it is not received. What was read
   * in one stretch may show what was revoked before the next.
   */
  generation(): number | null;
  /** What runs meanwhile, and holds an end of acting up until it is done. */
  readonly mutations: MutationsUnderWay;
  /** Calls the listener synchronously whenever something is revoked for a subject. Returns how to stop it. */
  onRevocation(listener: (subject: string) => void): () => void;
}

interface Options {
  /** How long what was noted may be believed; null: there is no bus, and nothing is ever taken away. */
  leaseMs: number | null;
  /** The monotonic clock. */
  now?: () => number;
}

export function createRevocationList({ leaseMs, now = () => performance.now() }: Options): RevocationList {
  const listeners = new Set<(subject: string) => void>();
  let bySubject = new Map<string, readonly Withdrawal[]>();
  let nothing: readonly Withdrawal[] = [];
  let believedUntil = leaseMs === null ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  let gaps = 0;
  const isCurrent = () => now() < believedUntil;

  return {
    isCurrent,
    mutations: createMutationsUnderWay(),
    generation: () => (isCurrent() ? gaps : null),
    of: (subject) => (isCurrent() ? (bySubject.get(subject) ?? nothing) : null),
    update(open, requestedAt) {
      if (!isCurrent()) {
        // What was missed meanwhile is not known, so whatever was read before may be out of date for everybody.
        gaps += 1;
        nothing = [];
        bySubject = new Map();
      }
      believedUntil = requestedAt + (leaseMs ?? Number.POSITIVE_INFINITY);
      const before = bySubject;
      bySubject = new Map();
      for (const [subject, events] of Map.groupBy(open, (event) => event.subject)) {
        const known = before.get(subject) ?? [];
        const isNew = events.some(({ eventId }) => known.every((other) => other.eventId !== eventId));
        if (!isNew && known.length === events.length) bySubject.set(subject, known);
        else
          bySubject.set(
            subject,
            events.map(({ eventId, type }) => ({ eventId, type })),
          );
        if (isNew) for (const listener of listeners) listener(subject);
      }
    },
    onRevocation(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
