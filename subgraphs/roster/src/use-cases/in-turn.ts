/**
 * Runs the acts of one key one after the other, in the order in which they came, and those of different keys side by
 * side. Whoever waits here holds no connection, so that ten imports of one registrar do not use up the whole pool.
 */
export class InTurn {
  private readonly last = new Map<string, Promise<unknown>>();

  async run<T>(key: string, act: () => Promise<T>): Promise<T> {
    const before = this.last.get(key) ?? Promise.resolve();
    const own = before.then(act, act);
    this.last.set(key, own);
    try {
      return await own;
    } finally {
      if (this.last.get(key) === own) this.last.delete(key);
    }
  }
}
