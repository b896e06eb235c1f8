import { Field } from "@campus-graph/ui/components/field";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { useState } from "react";
import { issueWords } from "../../words/issue";
import { findStudents, type Student, type StudentIndex } from "../students/student-index";

/** As many as can be looked over. */
const mostShown = 12;

/** Students one by one: those who are chosen, and those whom the text means. */
export function SingleStudents({
  index,
  chosen,
  onToggle,
}: {
  index: StudentIndex;
  chosen: readonly string[];
  onToggle(id: string): void;
}) {
  const { whom } = useCatalogue(issueWords);
  const [typed, type] = useState("");
  const found = findStudents(index, typed.normalize("NFKC"), mostShown);
  const shown = [
    ...chosen.flatMap((id) => index.byId.get(id) ?? []),
    ...found.filter(({ id }) => !chosen.includes(id)),
  ];
  return (
    <fieldset className="choices">
      <legend className="visually-hidden">{whom.single}</legend>
      <Field
        label={whom.single}
        hint={whom.singleHint}
        type="search"
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={({ target }) => type(target.value)}
        // Enter chooses the one whom the text means, instead of going on.
        onKeyDown={(event) => {
          if (event.key !== "Enter" || typed.trim() === "" || event.nativeEvent.isComposing) return;
          event.preventDefault();
          const [only] = found;
          if (found.length !== 1 || !only || chosen.includes(only.id)) return;
          onToggle(only.id);
          type("");
        }}
      />
      <p className="hint" role="status">
        {typed.trim() !== "" && found.length === 0 ? whom.nobody : ""}
      </p>
      <div className="options wide">
        {shown.map((student) => (
          <StudentChoice
            key={student.id}
            student={student}
            isChosen={chosen.includes(student.id)}
            onToggle={() => onToggle(student.id)}
          />
        ))}
      </div>
    </fieldset>
  );
}

function StudentChoice({
  student: { name, className, seatNumber },
  isChosen,
  onToggle,
}: {
  student: Student;
  isChosen: boolean;
  onToggle(): void;
}) {
  return (
    <label className="choice">
      <input type="checkbox" checked={isChosen} onChange={onToggle} />
      <span>
        {name}{" "}
        <small>
          {className} {seatNumber}
        </small>
      </span>
    </label>
  );
}
