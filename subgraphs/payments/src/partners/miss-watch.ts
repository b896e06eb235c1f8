import type { Figure } from "@campus-graph/kit/internal-routes";
import type { Log } from "@campus-graph/kit/ops/log";

/** How often the same partner is warned of. */
const alarmEveryMs = 60_000;

/**
 * What this process knows of its partners' questions: the finds that are not yet counted, since to write each down would
 * cost more than to find it, and the misses that were withheld.
 */
export class MissWatch {
  readonly #finds = new Map<string, number>();
  readonly #withheld = new Map<string, number>();
  readonly #alarmedAt = new Map<string, number>();

  found(partner: string, count: number): void {
    this.#finds.set(partner, (this.#finds.get(partner) ?? 0) + count);
  }

  /** The finds to be counted with what the partner asks now. */
  takeFinds(partner: string): number {
    const finds = this.#finds.get(partner) ?? 0;
    this.#finds.delete(partner);
    return finds;
  }

  /** The partners with finds to be counted. */
  get findingPartners(): string[] {
    return [...this.#finds.keys()];
  }

  /** Misses were withheld: it shows in the figures, and at most once a minute in the log. */
  withheld(partner: string, count: number, { log, now }: { log: Log; now: Date }): void {
    this.#withheld.set(partner, (this.#withheld.get(partner) ?? 0) + count);
    const alarmedAt = this.#alarmedAt.get(partner) ?? Number.NEGATIVE_INFINITY;
    if (now.getTime() - alarmedAt < alarmEveryMs) return;
    this.#alarmedAt.set(partner, now.getTime());
    log.warn(
      { partner, withheldMisses: this.#withheld.get(partner) },
      "a partner asks for numbers that there are not: somebody may be guessing",
    );
  }

  /** The misses that this process has withheld since it started. */
  get figure(): Figure {
    return {
      name: "partner_misses_withheld",
      help: "Misses of a payment partner that were withheld since the subgraph started: above 5 % somebody may be guessing.",
      label: "partner",
      values: Object.fromEntries(this.#withheld),
    };
  }
}
