import type { EntityManager } from "@mikro-orm/postgresql";
import type { Withdrawal } from "../auth/viewer.js";
import type { Acknowledgements } from "./acknowledgements.js";
import { synchronousAmong } from "./synchronous-events.js";

/** A subgraph's part in what must hold everywhere at once: it acknowledges what it has acted on, and knows what it has not. */
export class Acknowledging {
  readonly #em: EntityManager;
  readonly #bus: Acknowledgements;
  readonly #participant: string;
  readonly #types: readonly string[];

  constructor({
    em,
    bus,
    participant,
    types,
  }: { em: EntityManager; bus: Acknowledgements; participant: string; types: readonly string[] }) {
    this.#em = em;
    this.#bus = bus;
    this.#participant = participant;
    this.#types = synchronousAmong(types);
  }

  async prepare(): Promise<void> {
    if (this.#types.length > 0) await this.#bus.join(this.#participant, this.#types);
  }

  /** Acknowledges what was handled since; an event that waits, or is a dead letter, stays unacknowledged. */
  async round(): Promise<void> {
    if (this.#types.length === 0) return;
    const open = await this.#bus.unacknowledged(this.#participant);
    if (open.length > 0) await this.#bus.acknowledge(this.#participant, [...(await this.#handled(open))]);
  }

  /** Whether something was taken from a viewer that they would still find here. */
  async isBehind(withdrawals: readonly Withdrawal[]): Promise<boolean> {
    const ours = withdrawals.filter(({ type }) => this.#types.includes(type)).map(({ eventId }) => eventId);
    if (ours.length === 0) return false;
    const handled = await this.#handled(ours);
    return ours.some((id) => !handled.has(id));
  }

  async #handled(ids: readonly string[]): Promise<Set<string>> {
    const rows = await this.#em
      .fork()
      .execute<{ event_id: string }[]>(
        "select event_id from inbox where event_id in (select jsonb_array_elements_text(?::jsonb)::uuid)",
        [JSON.stringify(ids)],
      );
    return new Set(rows.map((row) => row.event_id));
  }
}
