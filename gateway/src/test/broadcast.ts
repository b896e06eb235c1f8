/** Publishes events by topic to those who are subscribed at that moment; an iterator that is returned is unsubscribed at once. */
export class TestBroadcast<T> {
  readonly #listeners = new Map<string, Set<(event: T) => void>>();

  /** How many are subscribed. */
  count(topic: string): number {
    return this.#listeners.get(topic)?.size ?? 0;
  }

  publish(topic: string, ...events: T[]): void {
    for (const listener of this.#listeners.get(topic) ?? []) for (const event of events) listener(event);
  }

  subscribe<U>(topic: string, map: (event: T) => U): AsyncIterableIterator<U> {
    const waiting: U[] = [];
    let taker: ((step: IteratorResult<U, undefined>) => void) | null = null;
    const listeners = this.#listeners.get(topic) ?? new Set();
    this.#listeners.set(topic, listeners);
    const receive = (event: T) => {
      const value = map(event);
      if (taker) taker({ done: false, value });
      else waiting.push(value);
      taker = null;
    };
    listeners.add(receive);
    const iterator: AsyncIterableIterator<U> = {
      next: () => {
        const value = waiting.shift();
        if (value !== undefined) return Promise.resolve({ done: false, value });
        if (!listeners.has(receive)) return Promise.resolve({ done: true, value: undefined });
        return new Promise((resolve) => {
          taker = resolve;
        });
      },
      return: async () => {
        listeners.delete(receive);
        taker?.({ done: true, value: undefined });
        return { done: true, value: undefined };
      },
      [Symbol.asyncIterator]: () => iterator,
    };
    return iterator;
  }
}
