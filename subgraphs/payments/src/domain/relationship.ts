/** How a guardian is tied to a student, in the words of binding. */
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

export function isRelationship(word: string | undefined): word is RelationshipKind {
  return relationships.some((known) => known === word);
}
