import type { Log } from "@campus-graph/kit/ops/log";

/** So long a service that did not answer is left alone. */
const pauseMs = 60_000;

/** Push services that do not answer just now: what else is to be sent does not wait behind them. */
export class AwayServices {
  readonly #until = new Map<string, number>();

  isAway(endpoint: string, now: Date): boolean {
    return now.getTime() < (this.#until.get(originOf(endpoint)) ?? 0);
  }

  /** Tells the operator, once for each pause. */
  note(endpoint: string, now: Date, log: Log): void {
    const origin = originOf(endpoint);
    this.#until.set(origin, now.getTime() + pauseMs);
    log.warn(
      { alert: "push-service-away" },
      `The push service ${origin} takes nothing; what is to be pushed waits, and goes by itself once it does.`,
    );
  }

  worked(endpoint: string): void {
    this.#until.delete(originOf(endpoint));
  }
}

/** The path is the browser's own secret. */
function originOf(endpoint: string): string {
  return new URL(endpoint).origin;
}
