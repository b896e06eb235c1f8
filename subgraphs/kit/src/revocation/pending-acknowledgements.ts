import { setTimeout as delay } from "node:timers/promises";
import type { Context } from "../context.js";

/** Who has yet to act on an event that must hold everywhere at once; null while it is still on its way to the bus. */
export type PendingAcknowledgements = (eventId: string) => Promise<readonly string[] | null>;

/** How long an answer waits for everybody. */
const patienceMs = 2_000;
/** A rare act, for which a person waits: asking so often costs nobody anything. */
const pauseMs = 20;

/**
 * Waits, outside of any transaction, until a committed event holds everywhere. Resolves to who is still missing after
 * two seconds, each once: a subgraph by its name, `gateway`, or `bus`; nobody when it is in effect.
 */
export async function pendingAcknowledgements({ missing }: Context, eventId: string): Promise<string[]> {
  if (!missing) throw new Error("Nothing that is said here reaches a bus.");
  const until = Date.now() + patienceMs;
  for (;;) {
    const parties = (await missing(eventId).catch(() => null)) ?? ["bus"];
    if (parties.length === 0) return [];
    if (Date.now() >= until) return [...new Set(parties.map(kindOf))];
    await delay(pauseMs);
  }
}

/** Which copy of the gateway it is tells a caller nothing. */
function kindOf(party: string): string {
  return party.split(" ", 1)[0]!;
}
