import { classKey } from "./class-name.js";
import type { SchoolClass } from "./school-class.js";

/** How schools count where they count by words: by stems, and by the eight virtues. */
const sequences = ["甲乙丙丁戊己庚辛壬癸", "忠孝仁愛信義和平"];
const placeOf = new Map(sequences.flatMap((signs) => [...signs].map((sign, place) => [sign, place + 1])));
const counted = new RegExp(`[${sequences.join("")}](?=班?$)`, "u");
const collator = new Intl.Collator("zh-Hant-TW", { numeric: true });

/** By grade, then by number, however it is written: 二年二班 before 二年十班, 甲 before 乙, 忠 before 孝. */
export function compareClasses(
  a: Pick<SchoolClass, "grade" | "name">,
  b: Pick<SchoolClass, "grade" | "name">,
): number {
  return a.grade - b.grade || collator.compare(orderKey(a.name), orderKey(b.name));
}

function orderKey(name: string): string {
  return classKey(name).replace(counted, (sign) => String(placeOf.get(sign)));
}
