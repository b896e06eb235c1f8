import { SchoolDeputiesDocument, type SchoolDeputiesQuery } from "@campus-graph/clients/generated/operations";
import { Button } from "@campus-graph/ui/components/button";
import { Loaded } from "@campus-graph/ui/components/loaded";
import { formatDayInTable } from "@campus-graph/ui/format/dates";
import { useLastData } from "@campus-graph/ui/graph/use-last-data";
import { useQuery } from "@campus-graph/ui/graph/use-query";
import { useCatalogue, useLanguage } from "@campus-graph/ui/words/language";
import { useId, useState } from "react";
import { deputyWords } from "../../words/deputies";
import { AssignDeputy } from "./assign-deputy";
import { EndDeputy } from "./end-deputy";

type Deputy = SchoolDeputiesQuery["deputies"][number];

/** Who stands in for the class's homeroom teacher, today or later, and the way to assign or end one. */
export function ClassDeputies({ classId, schoolCode }: { classId: string; schoolCode: string }) {
  const words = useCatalogue(deputyWords);
  const { language } = useLanguage();
  const deputies = useLastData(useQuery(SchoolDeputiesDocument, { variables: { schoolCode } }));
  const [isAssigning, setAssigning] = useState(false);
  const [ending, setEnding] = useState<Deputy>();
  const [said, setSaid] = useState<string>();
  const id = useId();
  const nameOf = ({ account }: Deputy) => account?.displayName ?? words.somebody;
  return (
    <section className="deputies" aria-labelledby={id}>
      <h2 id={id}>{words.title}</h2>
      <p role="status" className="tally">
        {said}
      </p>
      <Loaded of={deputies}>
        {({ deputies: all }) => {
          const ofClass = all.filter(({ schoolClass }) => schoolClass.id === classId);
          if (ofClass.length === 0) return <p>{words.none}</p>;
          return (
            <ul>
              {ofClass.map((deputy) => (
                <li key={deputy.id}>
                  <strong>{nameOf(deputy)}</strong>{" "}
                  {words.days(
                    formatDayInTable(deputy.from, language),
                    formatDayInTable(deputy.until, language),
                  )}{" "}
                  <button type="button" className="button quiet small" onClick={() => setEnding(deputy)}>
                    {words.end}
                  </button>
                </li>
              ))}
            </ul>
          );
        }}
      </Loaded>
      {isAssigning ? (
        <AssignDeputy
          classId={classId}
          onDone={(email) => {
            setSaid(words.assigned(email));
            setAssigning(false);
            deputies.again();
          }}
          onLeave={() => setAssigning(false)}
        />
      ) : (
        <Button kind="quiet" onClick={() => setAssigning(true)}>
          {words.assign}
        </Button>
      )}
      {ending && (
        <EndDeputy
          id={ending.id}
          name={nameOf(ending)}
          onDone={() => {
            setSaid(words.ended(nameOf(ending)));
            setEnding(undefined);
            deputies.again();
          }}
          onLeave={() => setEnding(undefined)}
        />
      )}
    </section>
  );
}
