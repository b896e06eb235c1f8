import { RelationshipTextRequired } from "./refusals.js";

/** How a guardian is tied to a student. Parents are legal representatives (法定代理人), the others guardians (監護人). */
export const relationships = [
  "FATHER",
  "MOTHER",
  "PATERNAL_GRANDFATHER",
  "PATERNAL_GRANDMOTHER",
  "MATERNAL_GRANDFATHER",
  "MATERNAL_GRANDMOTHER",
  "OTHER",
] as const;
export type RelationshipKind = (typeof relationships)[number];

/** A relationship, in words of the guardian's own where it is OTHER and only there. */
export interface Relationship {
  readonly kind: RelationshipKind;
  readonly text: string | null;
}

const longestTextInCharacters = 20;

/** OTHER needs its text (RELATIONSHIP_TEXT_REQUIRED); with any other kind a text says nothing and is dropped. */
export function parseRelationship(kind: RelationshipKind, text: string | null | undefined): Relationship {
  if (kind !== "OTHER") return { kind, text: null };
  const trimmed = text?.trim() ?? "";
  if (trimmed === "" || [...trimmed].length > longestTextInCharacters)
    throw new RelationshipTextRequired({ longestTextInCharacters });
  return { kind, text: trimmed };
}
