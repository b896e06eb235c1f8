import type { OpenSynchronousEvent } from "@campus-graph/kit/revocation/participants";

type Noted = Pick<OpenSynchronousEvent, "eventId" | "type" | "subject">;

/** What ends a person's right to act. Whoever takes a binding or a partner's keys away takes what is seen. */
const endsActing: ReadonlySet<string> = new Set(["identity.StaffRoleEnded", "identity.AccountDisabled"]);

/**
 * Mutations that run for each subject. One that was let in before its person's role ended may still be at work in a
 * subgraph, which does not hear of roles; so the end is acknowledged once every such mutation is done, and whoever ended
 * the role knows that nothing is done by it any more.
 */
export interface MutationsUnderWay {
  /** One has been let in; what is returned says that it is done. */
  begin(subject: string): () => void;
  /** Calls the listener when one is done that an event waited for. */
  onDone(listener: () => void): void;
  /** Of the events, those that no mutation from before them holds up. */
  settled<Event extends Noted>(open: readonly Event[]): Event[];
}

export function createMutationsUnderWay(): MutationsUnderWay {
  const running = new Map<string, Set<symbol>>();
  const listeners: (() => void)[] = [];
  let awaited = new Map<string, readonly symbol[]>();
  return {
    onDone: (listener) => void listeners.push(listener),
    begin(subject) {
      const mutation = Symbol();
      const ofSubject = running.get(subject) ?? new Set();
      running.set(subject, ofSubject.add(mutation));
      return () => {
        ofSubject.delete(mutation);
        for (const mutations of awaited.values())
          if (mutations.includes(mutation)) for (const listener of listeners) listener();
        if (ofSubject.size === 0 && running.get(subject) === ofSubject) running.delete(subject);
      };
    },
    settled(open) {
      const before = awaited;
      awaited = new Map(
        open
          .filter(({ type }) => endsActing.has(type))
          .map(({ eventId, subject }) => [
            eventId,
            (before.get(eventId) ?? [...(running.get(subject) ?? [])]).filter((mutation) =>
              running.get(subject)?.has(mutation),
            ),
          ]),
      );
      return open.filter(({ eventId }) => (awaited.get(eventId) ?? []).length === 0);
    },
  };
}
