/** What went wrong on the way, by key: nothing, when everything arrived once and in order. */
export interface Faults {
  missing: number;
  doubled: number;
  outOfOrder: number;
}

export interface Numbered {
  key: string;
  text: string;
}

/** Compares what arrived with 1, 2, 3 … of each key. `sent`: key → how many were committed. */
export function faultsIn(arrived: readonly Numbered[], sent: ReadonlyMap<string, number>): Faults {
  const faults: Faults = { missing: 0, doubled: 0, outOfOrder: 0 };
  const byKey = Map.groupBy(arrived, ({ key }) => key);
  for (const [key, count] of sent) {
    const seen = new Set<number>();
    let highest = 0;
    for (const { text } of byKey.get(key) ?? []) {
      const number = Number(text);
      if (seen.has(number)) faults.doubled++;
      else if (number < highest) faults.outOfOrder++;
      seen.add(number);
      highest = Math.max(highest, number);
    }
    faults.missing += count - seen.size;
  }
  return faults;
}

export const none: Faults = { missing: 0, doubled: 0, outOfOrder: 0 };
