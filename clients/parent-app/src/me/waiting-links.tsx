import { AnswerPersonLinkDocument, MyPersonLinksDocument } from "@campus-graph/clients/generated/operations";
import { Button } from "@campus-graph/ui/components/button";
import { FailureAlert } from "@campus-graph/ui/components/loaded";
import { formatDay } from "@campus-graph/ui/format/dates";
import { useAct, useMutate } from "@campus-graph/ui/graph/use-act";
import { useQuery } from "@campus-graph/ui/graph/use-query";
import { useCatalogue, useLanguage } from "@campus-graph/ui/words/language";
import { useState } from "react";
import { meWords } from "../words/me";

/** Ties that somebody applied for with this person's national ID under another address: theirs to accept or decline. */
export function WaitingLinks() {
  const words = useCatalogue(meWords);
  const { language } = useLanguage();
  const mutate = useMutate();
  const { data, failure } = useQuery(MyPersonLinksDocument);
  const [answered, setAnswered] = useState<string>();
  const answer = useAct(async (id: string, accept: boolean) => {
    await mutate(AnswerPersonLinkDocument, { input: { id, accept } });
    setAnswered(accept ? words.accepted : words.declined);
  });
  return (
    <>
      <div role="status">{answered && <p className="told">{answered}</p>}</div>
      <FailureAlert failure={answer.failure ?? failure} />
      {data?.myPersonLinks.map(({ id, appliedAt, expiresAt }) => (
        <section key={id} className="card">
          <h2>{words.waiting}</h2>
          <p>{words.waitingLead(formatDay(appliedAt, language), formatDay(expiresAt, language))}</p>
          <div className="acts">
            <Button kind="quiet" isBusy={answer.isRunning} onClick={() => void answer.run(id, false)}>
              {words.decline}
            </Button>
            <Button isBusy={answer.isRunning} onClick={() => void answer.run(id, true)}>
              {words.accept}
            </Button>
          </div>
        </section>
      ))}
    </>
  );
}
