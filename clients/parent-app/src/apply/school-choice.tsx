import { type EducationLevel, SchoolsDocument } from "@campus-graph/clients/generated/operations";
import { Field } from "@campus-graph/ui/components/field";
import { Loaded } from "@campus-graph/ui/components/loaded";
import { useQuery } from "@campus-graph/ui/graph/use-query";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { useState } from "react";
import { studentsWords } from "../words/students";

interface School {
  code: string;
  name: string;
}

const mostShown = 40;

/** All schools of the level, found by a part of the name; a list of radios, so that it needs nothing but a keyboard. */
export function SchoolChoice({
  level,
  chosen,
  problem,
  onChoose,
}: {
  level: EducationLevel | undefined;
  chosen: School | undefined;
  problem?: string | undefined;
  onChoose(school: School): void;
}) {
  const words = useCatalogue(studentsWords);
  const [search, setSearch] = useState("");
  const queried = useQuery(SchoolsDocument, { variables: level ? { level } : {} });
  return (
    <fieldset className="choices">
      <legend>{words.school}</legend>
      <Field
        label={words.search}
        hint={words.searchHint}
        type="search"
        autoComplete="off"
        value={search}
        onChange={({ target }) => setSearch(target.value)}
        // Enter in a search looks for schools; it does not send the form.
        onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
      />
      {chosen && (
        <p>
          {words.chosenSchool} <strong>{chosen.name}</strong>
        </p>
      )}
      <Loaded of={queried}>
        {({ schools }) => {
          const matching = schools.filter(({ name }) => plain(name).includes(plain(search)));
          const shown = matching.slice(0, mostShown);
          return (
            <div className="schools">
              {shown.map(({ code, name }) => (
                <label key={code} className="choice">
                  <input
                    type="radio"
                    name="school"
                    checked={chosen?.code === code}
                    onChange={() => onChoose({ code, name })}
                  />
                  <span>{name}</span>
                </label>
              ))}
              <p
                role="status"
                className={shown.length === matching.length && shown.length > 0 ? "visually-hidden" : "hint"}
              >
                {matching.length === 0
                  ? words.noSchool
                  : matching.length > shown.length
                    ? words.moreSchools(matching.length - shown.length)
                    : ""}
              </p>
            </div>
          );
        }}
      </Loaded>
      {problem && <p className="problem">{problem}</p>}
    </fieldset>
  );
}

/** 臺 and 台 are one, and width does not matter. */
function plain(text: string): string {
  return text.normalize("NFKC").replace(/\s/g, "").replaceAll("台", "臺");
}
