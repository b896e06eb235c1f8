import { nameAsKept, type PersonName } from "@campus-graph/kit/text/person-name";
import type { Records, StudentOnRecord } from "./plan.js";

/** Whoever has a name on the books, among those whom the sheet could touch. */
export type Namesakes = (name: PersonName) => readonly StudentOnRecord[];

/** Sorted once: a sheet asks for each of its students. */
export function namesakesIn({ enrolled, named }: Records): Namesakes {
  const known = new Set([...enrolled, ...named.values()]);
  const byName = Map.groupBy(known, ({ particulars }) => nameAsKept(particulars.name));
  return (name) => byName.get(name) ?? [];
}
