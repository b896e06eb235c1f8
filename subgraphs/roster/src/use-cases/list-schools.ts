import { charactersBetween } from "@campus-graph/kit/refusals/input-rules";
import { BadInput } from "@campus-graph/kit/refusals/refusal";
import type { RosterContext } from "../context.js";
import type { EducationLevel } from "../domain/education-level.js";
import { School } from "../domain/school.js";

export interface ListSchools {
  level?: EducationLevel | null;
  nameContains?: string | null;
}

const longestSearch = 30;

/** The city's schools by level and code; 臺 and 台 are one letter here. */
export async function listSchools(
  { em }: RosterContext,
  { level, nameContains }: ListSchools,
): Promise<School[]> {
  const part = nameContains?.trim() ?? "";
  if (part.length > longestSearch)
    throw new BadInput({ field: "nameContains", rule: charactersBetween(0, longestSearch) });
  const schools = await em.find(School, level ? { level } : {}, { orderBy: { level: "asc", code: "asc" } });
  return schools.filter(({ name }) => folded(name).includes(folded(part)));
}

function folded(text: string): string {
  return text.normalize("NFKC").replaceAll("台", "臺").toLowerCase();
}
