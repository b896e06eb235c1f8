import {
  EndSessionDocument,
  MySessionsDocument,
  type MySessionsQuery,
} from "@campus-graph/clients/generated/operations";
import { Button } from "@campus-graph/ui/components/button";
import { ConfirmDialog } from "@campus-graph/ui/components/confirm-dialog";
import { FailureAlert, Loaded } from "@campus-graph/ui/components/loaded";
import { Page } from "@campus-graph/ui/components/page";
import { formatMoment } from "@campus-graph/ui/format/dates";
import { useAct, useMutate } from "@campus-graph/ui/graph/use-act";
import { useQuery } from "@campus-graph/ui/graph/use-query";
import { useCatalogue, useLanguage } from "@campus-graph/ui/words/language";
import { useState } from "react";
import { sessionsWords } from "../words/sessions";
import { shellWords } from "../words/shell";
import { useDeviceName } from "./use-device-name";

type Session = MySessionsQuery["mySessions"][number];

/** Every browser and app that is signed in as this person, and the way to end one of them. */
export function SessionsPage() {
  const words = useCatalogue(sessionsWords);
  const { app } = useCatalogue(shellWords);
  const mutate = useMutate();
  const queried = useQuery(MySessionsDocument);
  const [ending, setEnding] = useState<Session>();
  const [ended, setEnded] = useState<string>();
  const nameOf = useDeviceName();
  const end = useAct(async (session: Session) => {
    await mutate(EndSessionDocument, { id: session.id });
    setEnded(words.ended(nameOf(session)));
    setEnding(undefined);
  });
  return (
    <Page title={words.title} app={app} backTo="/me">
      <p className="lead">{words.lead}</p>
      <div role="status">{ended && <p className="told">{ended}</p>}</div>
      <Loaded of={queried}>
        {({ mySessions }) => (
          <ul className="sessions">
            {mySessions.map((session) => (
              <Place
                key={session.id}
                session={session}
                name={nameOf(session)}
                onEnd={() => setEnding(session)}
              />
            ))}
          </ul>
        )}
      </Loaded>
      {ending && (
        <ConfirmDialog
          title={words.endTitle(nameOf(ending))}
          yes={words.end}
          no={words.keep}
          isBusy={end.isRunning}
          onYes={() => void end.run(ending)}
          onNo={() => setEnding(undefined)}
        >
          <p>{words.endHint}</p>
          <FailureAlert failure={end.failure} />
        </ConfirmDialog>
      )}
    </Page>
  );
}

function Place({ session, name, onEnd }: { session: Session; name: string; onEnd(): void }) {
  const words = useCatalogue(sessionsWords);
  const { language } = useLanguage();
  const { since, lastSeenAt, current } = session;
  return (
    <li className="card">
      <p>
        <strong>{name}</strong> {current && <span className="here">{words.here}</span>}
      </p>
      <p className="hint">
        {words.since(formatMoment(since, language))}
        <br />
        {words.lastSeen(formatMoment(lastSeenAt, language))}
      </p>
      {!current && (
        <Button kind="quiet" aria-label={words.endThis(name)} onClick={onEnd}>
          {words.end}
        </Button>
      )}
    </li>
  );
}
