import { setTimeout as delay } from "node:timers/promises";
import type { Context } from "../context.js";

/** How long an answer waits for everybody. */
const patienceMs = 2_000;
/** A rare act, for which a person waits: asking so often costs nobody anything. */
const pauseMs = 20;

/**
 * Waits, outside of any transaction, until a committed event holds everywhere. Resolves to who is still missing after
 * two seconds, each once: a subgraph by its name, `gateway`, or `bus`; nobody when it is in effect.
 */
export async function pendingAcknowledgements({ missing }: Context, eventId: string): Promise<string[]> {
  if (!missing) throw new Error("No event that is recorded here reaches a bus.");
  const until = Date.now() + patienceMs;
  for (;;) {
    const participants = (await missing(eventId).catch(() => null)) ?? ["bus"];
    if (participants.length === 0) return [];
    if (Date.now() >= until) return [...new Set(participants.map(kindOf))];
    await delay(pauseMs);
  }
}

/** Which copy of the gateway it is means nothing to a caller. */
function kindOf(participant: string): string {
  return participant.split(" ", 1)[0]!;
}
