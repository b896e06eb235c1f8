/** Something that may have work waiting. */
export interface Settling {
  /** Does what waits to be done now. True if there was any. */
  settle(): Promise<boolean>;
}

/** More rounds than any story needs: events beyond that go round in circles. */
const mostRounds = 200;

/** Has every part do its work until, for a whole round, none had any: what one did may be work for another. */
export async function settle(parts: readonly Settling[]): Promise<void> {
  for (let round = 0; round < mostRounds; round++) {
    const worked = await Promise.all(parts.map((part) => part.settle()));
    if (!worked.includes(true)) return;
  }
  throw new Error(`The graph did not come to rest in ${mostRounds} rounds.`);
}
