import type { CampusEventType } from "@campus-graph/schema/events";
import type { EntityManager } from "@mikro-orm/postgresql";
import type { Context } from "../context.js";
import { isWanted, type ReadEvent, type WantedEvent } from "./bus.js";
import type { BatchReaction, Reaction, Reactions, ReceivedEvent } from "./event.js";

/** The most events that a batch reaction is given. */
const largestTurn = 250;

/** Runs reactions in a transaction, and remembers in the same transaction which events have had their effect. */
export class Dispatcher<S> {
  readonly #reactions: Reactions<S>;
  readonly #contextFor: (em: EntityManager) => Context<S>;

  constructor(reactions: Reactions<S>, contextFor: (em: EntityManager) => Context<S>) {
    this.#reactions = reactions;
    this.#contextFor = contextFor;
  }

  /**
   * The same events, parted into what is reacted to in one go: a single event, or several of a type that has a batch
   * reaction. Events that nobody reacts to go along with those before them.
   */
  turns(events: readonly ReadEvent[]): ReadEvent[][] {
    const turns: ReadEvent[][] = [];
    let joining: string | null = null;
    for (const event of events) {
      const turn = turns.at(-1);
      const joins = !isWanted(event) || event.type === joining;
      if (turn && joins && turn.length < largestTurn) turn.push(event);
      else turns.push([event]);
      if (isWanted(event)) joining = this.#batchReaction(event.type) ? event.type : null;
    }
    return turns;
  }

  /** Reacts to events of one turn. */
  async react(em: EntityManager, events: readonly WantedEvent[]): Promise<void> {
    const [first] = events;
    if (!first) return;
    const received = events.map(asReceived);
    const batch = this.#batchReaction(first.type);
    const reactions = batch
      ? [(context: Context<S>) => batch.handleBatch(context, received)]
      : received.flatMap((event) =>
          this.#reactionsTo(first.type).map((react) => (context: Context<S>) => react(context, event)),
        );
    for (const reaction of reactions) {
      await reaction(this.#contextFor(em));
      await em.flush();
    }
    // The next event must not meet what this one loaded: it may have changed since by plain SQL.
    em.clear();
  }

  #batchReaction(type: string): BatchReaction<S, never> | null {
    const entry = this.#reactions[type as CampusEventType];
    return entry && "handleBatch" in entry ? (entry as BatchReaction<S, never>) : null;
  }

  #reactionsTo(type: string): readonly Reaction<S, never>[] {
    const entry = this.#reactions[type as CampusEventType];
    return entry && !("handleBatch" in entry) ? (entry as readonly Reaction<S, never>[]) : [];
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

function asReceived({ id, type, key, payload, occurredAt }: WantedEvent): ReceivedEvent<never> {
  return { id, type, key, payload, occurredAt } as unknown as ReceivedEvent<never>;
}
