import { ClassGridDocument } from "@campus-graph/clients/generated/operations";
import { Loaded } from "@campus-graph/ui/components/loaded";
import { formatDayInTable } from "@campus-graph/ui/format/dates";
import { useLastData } from "@campus-graph/ui/graph/use-last-data";
import { useQuery } from "@campus-graph/ui/graph/use-query";
import { useCatalogue, useLanguage } from "@campus-graph/ui/words/language";
import { useState } from "react";
import { AccountCell } from "../../review/account-cell";
import { type Row, seatAndName } from "../../review/rows";
import { registrarWords } from "../../words/registrar";
import { EndBinding } from "./end-binding";

type Binding = Row["bindings"][number];

/** Who sits in a class, who is bound to each child, and the way to end a binding. */
export function ClassTable({ classId }: { classId: string }) {
  const { classes: words } = useCatalogue(registrarWords);
  const { language } = useLanguage();
  const grid = useLastData(useQuery(ClassGridDocument, { variables: { classId } }));
  const [ending, setEnding] = useState<{ student: Row["student"]; binding: Binding }>();
  const [ended, setEnded] = useState<string>();
  return (
    <Loaded of={grid}>
      {({ classReview }) => (
        <div>
          <p role="status" className="tally">
            {ended}
          </p>
          <div className="table-wrap">
            <table>
              <thead>
                <tr>
                  <th scope="col">{words.student}</th>
                  <th scope="col">{words.number}</th>
                  <th scope="col">{words.guardians}</th>
                </tr>
              </thead>
              <tbody>
                {classReview.map(({ student, bindings, pending }) => (
                  <tr key={student.id}>
                    <th scope="row">{seatAndName(student)}</th>
                    <td>{student.studentNumber}</td>
                    <td>
                      {bindings.map((binding) => (
                        <div key={binding.id} className="binding">
                          <AccountCell
                            guardian={binding.request?.guardian ?? null}
                            relationship={binding.relationship}
                            otherRelationship={binding.request?.otherRelationship ?? null}
                          />
                          <span className="since">
                            {words.since(formatDayInTable(binding.since, language))}
                          </span>
                          <button
                            type="button"
                            className="button quiet small"
                            onClick={() => setEnding({ student, binding })}
                          >
                            {words.end}
                          </button>
                        </div>
                      ))}
                      {pending.length > 0 && <span className="since">{words.pending(pending.length)}</span>}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {ending && (
            <EndBinding
              bindingId={ending.binding.id}
              student={seatAndName(ending.student)}
              guardian={ending.binding.request?.guardian?.name ?? ""}
              relationship={ending.binding.relationship}
              onDone={() => {
                setEnded(
                  words.ended(seatAndName(ending.student), ending.binding.request?.guardian?.name ?? ""),
                );
                setEnding(undefined);
                grid.again();
              }}
              onLeave={() => setEnding(undefined)}
            />
          )}
        </div>
      )}
    </Loaded>
  );
}
