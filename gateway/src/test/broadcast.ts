/** Tells each listener of a topic what comes there from then on; a listener that is returned is gone at once. */
export class TestBroadcast<T> {
  readonly #listeners = new Map<string, Set<(told: T) => void>>();

  /** How many listen. */
  count(topic: string): number {
    return this.#listeners.get(topic)?.size ?? 0;
  }

  tell(topic: string, ...told: T[]): void {
    for (const listener of this.#listeners.get(topic) ?? []) for (const one of told) listener(one);
  }

  listen<U>(topic: string, map: (told: T) => U): AsyncIterableIterator<U> {
    const waiting: U[] = [];
    let taker: ((step: IteratorResult<U, undefined>) => void) | null = null;
    const listeners = this.#listeners.get(topic) ?? new Set();
    this.#listeners.set(topic, listeners);
    const hear = (told: T) => {
      const value = map(told);
      if (taker) taker({ done: false, value });
      else waiting.push(value);
      taker = null;
    };
    listeners.add(hear);
    const iterator: AsyncIterableIterator<U> = {
      next: () => {
        const value = waiting.shift();
        if (value !== undefined) return Promise.resolve({ done: false, value });
        if (!listeners.has(hear)) return Promise.resolve({ done: true, value: undefined });
        return new Promise((resolve) => {
          taker = resolve;
        });
      },
      return: async () => {
        listeners.delete(hear);
        taker?.({ done: true, value: undefined });
        return { done: true, value: undefined };
      },
      [Symbol.asyncIterator]: () => iterator,
    };
    return iterator;
  }
}
