import {
  ChildDisclosuresDocument,
  HomeDocument,
  MyDisclosuresDocument,
  type MyDisclosuresQuery,
} from "@campus-graph/clients/generated/operations";
import { Button } from "@campus-graph/ui/components/button";
import { Loaded } from "@campus-graph/ui/components/loaded";
import { Page } from "@campus-graph/ui/components/page";
import { formatMoment } from "@campus-graph/ui/format/dates";
import { useQuery } from "@campus-graph/ui/graph/use-query";
import { useCatalogue, useLanguage } from "@campus-graph/ui/words/language";
import { useState } from "react";
import { disclosuresWords } from "../words/disclosures";
import { shellWords } from "../words/shell";

type Connection = MyDisclosuresQuery["myDisclosures"];
type Disclosure = Connection["edges"][number]["node"];

const atFirst = 20;
const mostShown = 100;

/** Who was shown this person's national ID in full, or something of a child of theirs, and why. */
export function DisclosuresPage() {
  const words = useCatalogue(disclosuresWords);
  const { app } = useCatalogue(shellWords);
  const bindings = useQuery(HomeDocument);
  return (
    <Page title={words.title} app={app} backTo="/me">
      <p className="lead">{words.lead}</p>
      <h2>{words.mine}</h2>
      <Mine />
      <Loaded of={bindings}>
        {({ myBindings }) => (
          <>
            {myBindings.map(
              ({ id, student }) =>
                student && (
                  <section key={id}>
                    <h2>{words.ofChild(student.name ?? student.maskedName)}</h2>
                    <OfChild studentId={student.id} />
                  </section>
                ),
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Mine() {
  const [first, setFirst] = useState(atFirst);
  const queried = useQuery(MyDisclosuresDocument, { variables: { first } });
  return (
    <Loaded of={queried}>
      {({ myDisclosures }) => <List of={myDisclosures} onMore={() => setFirst(mostShown)} first={first} />}
    </Loaded>
  );
}

function OfChild({ studentId }: { studentId: string }) {
  const [first, setFirst] = useState(atFirst);
  const queried = useQuery(ChildDisclosuresDocument, { variables: { studentId, first } });
  return (
    <Loaded of={queried}>
      {({ childDisclosures }) => (
        <List of={childDisclosures} onMore={() => setFirst(mostShown)} first={first} />
      )}
    </Loaded>
  );
}

function List({ of, first, onMore }: { of: Connection; first: number; onMore(): void }) {
  const words = useCatalogue(disclosuresWords);
  if (of.edges.length === 0) return <p className="hint">{words.none}</p>;
  return (
    <>
      <ul className="sessions">
        {of.edges.map(({ cursor, node }) => (
          <Entry key={cursor} disclosure={node} />
        ))}
      </ul>
      {of.pageInfo.hasNextPage && first < mostShown && (
        <Button kind="quiet" onClick={onMore}>
          {words.more}
        </Button>
      )}
    </>
  );
}

function Entry({ disclosure }: { disclosure: Disclosure }) {
  const words = useCatalogue(disclosuresWords);
  const { language } = useLanguage();
  const { at, by, role, what, reason } = disclosure;
  return (
    <li className="card">
      <p>
        <strong>{words.what[what] ?? what}</strong>
      </p>
      <p>
        {by || words.gone}（{words.roles[role] ?? role}）
      </p>
      {reason && <p>{words.because(reason)}</p>}
      <p className="hint">{formatMoment(at, language)}</p>
    </li>
  );
}
