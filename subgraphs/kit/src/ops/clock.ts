/** Time comes in by argument, so that tests can say what time it is. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock that tests move by hand. */
export class SettableClock implements Clock {
  #offsetMs = 0;

  now(): Date {
    return new Date(Date.now() + this.#offsetMs);
  }

  advance(durationMs: number): void {
    this.#offsetMs += durationMs;
  }
}

/** The calendar day in the schools' time zone, as yyyy-MM-dd. */
export function taipeiDate(instant: Date): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Taipei" }).format(instant);
}
