import type { CampusEventType } from "@campus-graph/schema/events";
import type { EntityManager } from "@mikro-orm/postgresql";
import type { Context } from "../context.js";
import type { WantedEvent } from "./bus.js";
import type { Reaction, Reactions, ReceivedEvent } from "./event.js";

/** Runs reactions in a transaction, and remembers in the same transaction which events have had their effect. */
export class Reactor<S> {
  readonly #reactions: Reactions<S>;
  readonly #contextFor: (em: EntityManager) => Context<S>;

  constructor(reactions: Reactions<S>, contextFor: (em: EntityManager) => Context<S>) {
    this.#reactions = reactions;
    this.#contextFor = contextFor;
  }

  async react(em: EntityManager, { id, type, key, payload, occurredAt }: WantedEvent): Promise<void> {
    const reactions = this.#reactions[type as CampusEventType] ?? [];
    const received = { id, type, key, payload, occurredAt } as unknown as ReceivedEvent<never>;
    for (const reaction of reactions as readonly Reaction<S, never>[]) {
      await reaction(this.#contextFor(em), received);
      await em.flush();
    }
    // The next event must not meet what this one loaded: it may have changed since by plain SQL.
    em.clear();
  }

  /** The ids of those events that have had their effect. */
  async handled(em: EntityManager, events: readonly WantedEvent[]): Promise<Set<string>> {
    const rows = await em.execute<{ event_id: string }[]>(
      "select event_id from inbox where event_id in (select jsonb_array_elements_text(?::jsonb)::uuid)",
      [JSON.stringify(events.map((event) => event.id))],
    );
    return new Set(rows.map((row) => row.event_id));
  }

  async remember(em: EntityManager, source: string, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await em.execute(
      "insert into inbox (event_id, source) select jsonb_array_elements_text(?::jsonb)::uuid, ?",
      [JSON.stringify(ids), source],
    );
  }
}
