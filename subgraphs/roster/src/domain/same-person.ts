import { nameAsKept } from "@campus-graph/kit/text/person-name";
import type { Particulars } from "./student.js";

/** Whether two records under one national ID may be of one person: they share the name or the birth date. */
export function isSamePerson(
  a: Pick<Particulars, "name" | "birthDate">,
  b: Pick<Particulars, "name" | "birthDate">,
): boolean {
  const isSameBirth = a.birthDate !== null && a.birthDate === b.birthDate;
  return isSameBirth || nameAsKept(a.name) === nameAsKept(b.name);
}
