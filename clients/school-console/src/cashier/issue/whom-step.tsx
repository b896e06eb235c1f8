import { useCatalogue } from "@campus-graph/ui/words/language";
import { useState } from "react";
import { issueWords } from "../../words/issue";
import type { SchoolClass } from "../students/student-index";
import { chosenStudents } from "./draft";
import type { StepProps } from "./issue-page";
import { SingleStudents } from "./single-students";
import { StepForm } from "./step-form";

/** Whom: the whole school, classes, single students. */
export function WhomStep({ draft, index, change, go }: StepProps) {
  const { whom } = useCatalogue(issueWords);
  const [isShown, show] = useState(false);
  const { isWhole, classIds, studentIds } = draft;
  const chosen = chosenStudents(draft, index).length;
  const byGrade = Map.groupBy(index.classes, ({ grade }) => grade);
  const toggle = (ids: readonly string[], id: string) =>
    ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id];
  return (
    <StepForm step="WHOM" onNext={() => (chosen > 0 ? go("WHAT") : show(true))}>
      <label className="check">
        <input type="checkbox" checked={isWhole} onChange={() => change({ isWhole: !isWhole })} />
        {whom.whole(index.students.length)}
      </label>
      {!isWhole && (
        <>
          {[...byGrade].map(([grade, classes]) => (
            <Grade
              key={grade}
              grade={grade}
              classes={classes}
              chosen={classIds}
              onToggle={(id) => change({ classIds: toggle(classIds, id) })}
            />
          ))}
          <SingleStudents
            index={index}
            chosen={studentIds}
            onToggle={(id) => change({ studentIds: toggle(studentIds, id) })}
          />
        </>
      )}
      <p className="lead" role="status">
        {whom.chosen(chosen)}
      </p>
      <div role="alert">{isShown && chosen === 0 && <p className="problem">{whom.none}</p>}</div>
    </StepForm>
  );
}

function Grade({
  grade,
  classes,
  chosen,
  onToggle,
}: {
  grade: number;
  classes: readonly SchoolClass[];
  chosen: readonly string[];
  onToggle(id: string): void;
}) {
  const { whom } = useCatalogue(issueWords);
  return (
    <fieldset className="choices">
      <legend>{whom.grade(grade)}</legend>
      <div className="options">
        {classes.map(({ id, name, students }) => (
          <label key={id} className="choice">
            <input type="checkbox" checked={chosen.includes(id)} onChange={() => onToggle(id)} />
            <span>
              {name} <small>{students.length}</small>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
