/** How much may wait to be taken. */
export interface Room {
  items: number;
  /** The sum of what each item weighs. */
  weight: number;
}

/** What is taken next; or, when nothing is left, how it ended. */
export type Taken<T, End> = { value: T } | { end: End };

/** Keeps in order what comes faster than it is taken, and no more of it than there is room for. */
export class BoundedQueue<T, End> {
  #waiting: { value: T; weight: number }[] = [];
  #weight = 0;
  #end: { end: End } | null = null;
  #taker: ((taken: Taken<T, End>) => void) | null = null;

  constructor(
    readonly room: Room,
    /** How it ends when there is no room left; what waits then is lost. */
    readonly overrun: End,
  ) {}

  push(value: T, weight: number): void {
    if (this.#end) return;
    const taker = this.#taker;
    if (taker) {
      this.#taker = null;
      taker({ value });
    } else if (this.#waiting.length < this.room.items && this.#weight + weight <= this.room.weight) {
      this.#waiting.push({ value, weight });
      this.#weight += weight;
    } else this.cut(this.overrun);
  }

  /** Nothing more comes; what waits can still be taken. */
  end(end: End): void {
    this.#end ??= { end };
    this.#taker?.(this.#end);
    this.#taker = null;
  }

  /** Nothing more comes, and what waits is dropped. */
  cut(end: End): void {
    this.#waiting = [];
    this.#weight = 0;
    this.end(end);
  }

  /** By one taker at a time. */
  take(): Promise<Taken<T, End>> {
    const next = this.#waiting.shift();
    if (next) {
      this.#weight -= next.weight;
      return Promise.resolve({ value: next.value });
    }
    if (this.#end) return Promise.resolve(this.#end);
    return new Promise((resolve) => {
      this.#taker = resolve;
    });
  }
}
