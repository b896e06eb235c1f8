import type { Relationship } from "@campus-graph/clients/generated/operations";
import type { Catalogue } from "./catalogue.js";

/** What a guardian is to a student. */
export const relationshipWords: Catalogue<Record<Relationship, string>> = {
  "zh-TW": {
    FATHER: "父親",
    MOTHER: "母親",
    PATERNAL_GRANDFATHER: "祖父",
    PATERNAL_GRANDMOTHER: "祖母",
    MATERNAL_GRANDFATHER: "外祖父",
    MATERNAL_GRANDMOTHER: "外祖母",
    OTHER: "其他",
  },
  en: {
    FATHER: "Father",
    MOTHER: "Mother",
    PATERNAL_GRANDFATHER: "Father’s father",
    PATERNAL_GRANDMOTHER: "Father’s mother",
    MATERNAL_GRANDFATHER: "Mother’s father",
    MATERNAL_GRANDMOTHER: "Mother’s mother",
    OTHER: "Other",
  },
};
