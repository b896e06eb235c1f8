import {
  AddStudentToApplicationDocument,
  type EducationLevel,
  FindStudentDocument,
  type FindStudentQuery,
  type Relationship,
} from "@campus-graph/clients/generated/operations";
import { Button } from "@campus-graph/ui/components/button";
import { Choices, Field } from "@campus-graph/ui/components/field";
import { FailureAlert } from "@campus-graph/ui/components/loaded";
import { useConnection } from "@campus-graph/ui/graph/graph-provider";
import { useAct, useMutate } from "@campus-graph/ui/graph/use-act";
import {
  dropBriefly,
  dropDraft,
  keepBriefly,
  keepDraft,
  readBriefly,
  readDraft,
} from "@campus-graph/ui/session/device";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { type FormEvent, useState } from "react";
import { applyWords } from "../words/apply";
import { studentsWords } from "../words/students";
import { ConfirmStudent } from "./confirm-student";
import { isNationalId, readNationalId } from "./national-id";
import { isRelated, RelationshipChoice } from "./relationship-choice";
import { SchoolChoice } from "./school-choice";

interface Typed {
  relationship?: Relationship | undefined;
  otherRelationship?: string;
  level?: EducationLevel | undefined;
  school?: { code: string; name: string } | undefined;
}

const levels: readonly EducationLevel[] = ["ELEMENTARY", "JUNIOR_HIGH", "SENIOR_HIGH", "VOCATIONAL_HIGH"];

/** One child: relationship, level, ID with 驗證, school, and the masked name to confirm. */
export function StudentForm({
  applicationId,
  onAdded,
  onLeave,
}: {
  applicationId: string;
  onAdded(): void;
  onLeave?: (() => void) | undefined;
}) {
  const words = useCatalogue(studentsWords);
  const apply = useCatalogue(applyWords);
  const connection = useConnection();
  const mutate = useMutate();
  const draftName = `student-${applicationId}`;
  const [typed, setTyped] = useState<Typed>(() => readDraft<Typed>(draftName) ?? {});
  const [nationalId, setNationalId] = useState(() => readBriefly(draftName));
  const [isChecked, setChecked] = useState(() => isNationalId(nationalId));
  const [isTried, setTried] = useState<"id" | "all">();
  const [found, setFound] = useState<FindStudentQuery["findStudent"]>();
  const type = (more: Typed) => {
    const next = { ...typed, ...more };
    setTyped(next);
    setFound(undefined);
    keepDraft(draftName, next);
  };
  const { relationship, otherRelationship = "", level, school } = typed;
  const isIdGood = isNationalId(nationalId);
  const isComplete = isRelated(relationship, otherRelationship) && level && isIdGood && school;

  // What it answers is nobody's to keep, so it passes the cache by.
  const find = useAct(async () => {
    const { findStudent } = await connection.query(FindStudentDocument, {
      input: { level: level!, nationalId: readNationalId(nationalId), schoolCode: school!.code },
    });
    setFound(findStudent);
  });
  const add = useAct(async (match: string) => {
    await mutate(AddStudentToApplicationDocument, {
      input: {
        applicationId,
        match,
        relationship: relationship!,
        ...(relationship === "OTHER" ? { otherRelationship: otherRelationship.trim() } : {}),
      },
    });
    dropDraft(draftName);
    dropBriefly(draftName);
    onAdded();
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried("all");
    if (isComplete) void find.run();
  };
  if (found && school)
    return (
      <ConfirmStudent
        maskedName={found.maskedName}
        school={school.name}
        relationship={
          otherRelationship && relationship === "OTHER"
            ? otherRelationship
            : apply.relationships[relationship!]
        }
        failure={add.failure}
        isBusy={add.isRunning}
        onYes={() => void add.run(found.match)}
        onNo={() => setFound(undefined)}
      />
    );
  return (
    <form noValidate onSubmit={submit}>
      <RelationshipChoice
        relationship={relationship}
        otherRelationship={otherRelationship}
        isTried={isTried === "all"}
        onChange={type}
      />
      <Choices
        legend={words.level}
        name="level"
        options={levels.map((value) => ({ value, label: apply.levels[value] }))}
        value={level}
        problem={isTried === "all" && !level ? words.chooseFirst : undefined}
        onChoose={(value) => type({ level: value, ...(value === level ? {} : { school: undefined }) })}
      />
      <Field
        label={words.id}
        hint={words.idHint}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={20}
        value={nationalId}
        problem={isTried && !isIdGood ? words.badId : undefined}
        onChange={({ target }) => {
          setChecked(false);
          setNationalId(target.value);
          setFound(undefined);
          keepBriefly(draftName, target.value);
        }}
        beside={
          <Button
            kind="quiet"
            onClick={() => {
              setTried((before) => before ?? "id");
              setChecked(isIdGood);
            }}
          >
            {words.verify}
          </Button>
        }
      />
      <p role="status" className={isChecked && isIdGood ? "hint" : "visually-hidden"}>
        {isChecked && isIdGood ? words.verified : ""}
      </p>
      {isChecked && isIdGood && (
        <SchoolChoice
          level={level}
          chosen={school}
          problem={isTried === "all" && !school ? words.chooseFirst : undefined}
          onChoose={(value) => type({ school: value })}
        />
      )}
      <FailureAlert
        failure={find.failure ?? (found === null ? { code: "NO_MATCH", sentence: words.noMatch } : undefined)}
      />
      <div className="acts">
        {onLeave && (
          <Button kind="plain" onClick={onLeave}>
            {words.cancel}
          </Button>
        )}
        <Button type="submit" isBusy={find.isRunning} onClick={() => isIdGood && setChecked(true)}>
          {apply.next}
        </Button>
      </div>
    </form>
  );
}
