/** What went wrong on the way: nothing, when everything arrived once and in order. */
export interface Faults {
  missing: number;
  doubled: number;
  outOfOrder: number;
}

/** Something numbered 1, 2, 3 … within its key. */
export interface Numbered {
  key: string;
  text: string;
}

/**
 * Compares what arrived with what was sent. `sent`: key → how many were, or the numbers of those that surely were;
 * others may have arrived then, but only once and in order.
 */
export function faultsIn(
  arrived: readonly Numbered[],
  sent: ReadonlyMap<string, number | ReadonlySet<number>>,
): Faults {
  const faults: Faults = { missing: 0, doubled: 0, outOfOrder: 0 };
  const byKey = Map.groupBy(arrived, ({ key }) => key);
  for (const [key, expected] of sent) {
    const seen = new Set<number>();
    let highest = 0;
    for (const { text } of byKey.get(key) ?? []) {
      const number = Number(text);
      if (seen.has(number)) faults.doubled++;
      else if (number < highest) faults.outOfOrder++;
      seen.add(number);
      highest = Math.max(highest, number);
    }
    for (const number of numbersOf(expected)) if (!seen.has(number)) faults.missing++;
  }
  return faults;
}

function numbersOf(expected: number | ReadonlySet<number>): ReadonlySet<number> {
  if (typeof expected !== "number") return expected;
  return new Set(Array.from({ length: expected }, (_, index) => index + 1));
}

export const none: Faults = { missing: 0, doubled: 0, outOfOrder: 0 };
