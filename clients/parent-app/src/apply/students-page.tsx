import { RemoveStudentFromApplicationDocument } from "@campus-graph/clients/generated/operations";
import { Button, ButtonLink } from "@campus-graph/ui/components/button";
import { Icon } from "@campus-graph/ui/components/icon";
import { FailureAlert } from "@campus-graph/ui/components/loaded";
import { Page } from "@campus-graph/ui/components/page";
import { useAct, useMutate } from "@campus-graph/ui/graph/use-act";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { useState } from "react";
import { applyWords } from "../words/apply";
import { shellWords } from "../words/shell";
import { studentsWords } from "../words/students";
import { ShortNotice } from "./short-notice";
import { Stepper } from "./stepper";
import { StudentForm } from "./student-form";
import type { Application } from "./use-draft";

/** Step 2: one child after the other, brothers and sisters of any level. */
export function StudentsPage({ draft }: { draft: Application }) {
  const words = useCatalogue(studentsWords);
  const apply = useCatalogue(applyWords);
  const { app } = useCatalogue(shellWords);
  const mutate = useMutate();
  const [isAdding, setAdding] = useState(false);
  const remove = useAct((requestId: string) =>
    mutate(RemoveStudentFromApplicationDocument, { input: { applicationId: draft.id, requestId } }),
  );
  const isFirst = draft.requests.length === 0;
  return (
    <Page title={words.title} app={app} backTo="/applications">
      <Stepper step={2} />
      {isFirst && (
        <>
          <p className="lead">{words.lead}</p>
          <ShortNotice />
        </>
      )}
      <FailureAlert failure={remove.failure} />
      {!isFirst && (
        <ul className="requests" aria-label={words.chosen}>
          {draft.requests.map(({ id, relationship, otherRelationship, student }) => {
            const name = student?.maskedName ?? apply.list.studentGone;
            return (
              <li key={id} className="card student">
                <p>
                  <strong>{name}</strong>
                  <span>{student?.school?.name}</span>
                  <span>{otherRelationship ?? apply.relationships[relationship]}</span>
                </p>
                <Button
                  kind="plain"
                  aria-label={words.remove(name)}
                  isBusy={remove.isRunning}
                  onClick={() => void remove.run(id)}
                >
                  <Icon name="bin" />
                </Button>
              </li>
            );
          })}
        </ul>
      )}
      {isFirst || isAdding ? (
        <StudentForm
          applicationId={draft.id}
          onAdded={() => setAdding(false)}
          onLeave={isFirst ? undefined : () => setAdding(false)}
        />
      ) : (
        <div className="acts">
          <Button kind="quiet" onClick={() => setAdding(true)}>
            {words.add}
          </Button>
          <ButtonLink to="/apply/consent">{apply.next}</ButtonLink>
        </div>
      )}
    </Page>
  );
}
