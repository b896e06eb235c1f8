import type { Relationship } from "@campus-graph/clients/generated/operations";
import { Choices, Field } from "@campus-graph/ui/components/field";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { applyWords } from "../words/apply";
import { studentsWords } from "../words/students";

const groups = {
  legal: ["FATHER", "MOTHER"],
  guardian: [
    "PATERNAL_GRANDFATHER",
    "PATERNAL_GRANDMOTHER",
    "MATERNAL_GRANDFATHER",
    "MATERNAL_GRANDMOTHER",
    "OTHER",
  ],
} as const satisfies Record<string, readonly Relationship[]>;

/** Whether the relationship is said, in words where it has none of its own. */
export function isRelated(relationship: Relationship | undefined, otherRelationship: string): boolean {
  return relationship !== undefined && (relationship !== "OTHER" || otherRelationship.trim() !== "");
}

/** 法定代理人 and 監護人: two groups, one choice. */
export function RelationshipChoice({
  relationship,
  otherRelationship,
  isTried,
  onChange,
}: {
  relationship: Relationship | undefined;
  otherRelationship: string;
  isTried: boolean;
  onChange(typed: { relationship?: Relationship; otherRelationship?: string }): void;
}) {
  const words = useCatalogue(studentsWords);
  const apply = useCatalogue(applyWords);
  const choose = (value: Relationship) => onChange({ relationship: value });
  return (
    <fieldset className="related">
      <legend>{words.relationship}</legend>
      {(["legal", "guardian"] as const).map((group) => (
        <Choices<Relationship>
          key={group}
          legend={words[group]}
          name="relationship"
          options={groups[group].map((value) => ({ value, label: apply.relationships[value] }))}
          value={relationship}
          problem={isTried && !relationship && group === "guardian" ? words.chooseFirst : undefined}
          onChoose={choose}
        />
      ))}
      {relationship === "OTHER" && (
        <Field
          label={words.other}
          hint={words.otherHint}
          maxLength={20}
          value={otherRelationship}
          problem={isTried && otherRelationship.trim() === "" ? words.other : undefined}
          onChange={({ target }) => onChange({ otherRelationship: target.value })}
        />
      )}
    </fieldset>
  );
}
