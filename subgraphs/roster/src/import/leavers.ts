import type { Confirmed } from "./confirmed.js";
import type { Records, StudentOnRecord } from "./plan.js";
import type { Problem } from "./problem.js";

/** So many leaving at once are asked about: a sheet that was cut off looks the same. */
const manyLeavers = 10;
const largestPart = 1 / 10;

/** Asks whether so many are to leave, unless the registrar has said that very number. */
export function askAboutLeavers(
  leavers: readonly StudentOnRecord[],
  { enrolled }: Records,
  confirmed: Confirmed,
): Problem[] {
  const sizes = Map.groupBy(enrolled, ({ student }) => student.classId);
  const gone = Map.groupBy(leavers, ({ student }) => student.classId);
  const isMany =
    leavers.length >= manyLeavers ||
    [...gone].some(([classId, { length }]) => length > sizes.get(classId)!.length * largestPart);
  if (!isMany || confirmed.leavers === leavers.length) return [];
  return [{ line: 1, column: null, code: "LEAVERS_UNCONFIRMED", details: { leaving: leavers.length } }];
}
