import { setTimeout as delay } from "node:timers/promises";

/**
 * Does something so many times a second, whether or not what was begun before has ended, and resolves to how long each
 * took from the moment at which it was due: who has to wait in line is not spared.
 */
export async function steadily(
  perSecond: number,
  forMs: number,
  act: (nth: number) => Promise<unknown>,
): Promise<number[]> {
  const began = performance.now();
  const due = (nth: number) => began + (nth * 1_000) / perSecond;
  const count = Math.floor((forMs * perSecond) / 1_000);
  const underWay: Promise<number>[] = [];
  for (let nth = 0; nth < count; nth++) {
    const early = due(nth) - performance.now();
    if (early > 0) await delay(early);
    underWay.push(act(nth).then(() => performance.now() - due(nth)));
  }
  return Promise.all(underWay);
}
