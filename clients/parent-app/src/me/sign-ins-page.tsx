import { MySignInsDocument } from "@campus-graph/clients/generated/operations";
import { Button } from "@campus-graph/ui/components/button";
import { Loaded } from "@campus-graph/ui/components/loaded";
import { Page } from "@campus-graph/ui/components/page";
import { formatMoment } from "@campus-graph/ui/format/dates";
import { useUncached } from "@campus-graph/ui/graph/use-uncached";
import { useCatalogue, useLanguage } from "@campus-graph/ui/words/language";
import { useState } from "react";
import { accountWords } from "../words/account";
import { shellWords } from "../words/shell";
import { useDeviceName } from "./use-device-name";

const pageSize = 20;

/** Who signed in as this person, or tried to: a page at a time, the newest first. */
export function SignInsPage() {
  const { signIns: words } = useCatalogue(accountWords);
  const { app } = useCatalogue(shellWords);
  const [ends, setEnds] = useState<readonly string[]>([]);
  return (
    <Page title={words.title} app={app} backTo="/me">
      <p className="lead">{words.lead}</p>
      {[null, ...ends].map((after, at) => (
        <SignIns
          key={after}
          after={after}
          onMore={at === ends.length ? (end) => setEnds([...ends, end]) : undefined}
        />
      ))}
    </Page>
  );
}

function SignIns({ after, onMore }: { after: string | null; onMore: ((end: string) => void) | undefined }) {
  const { signIns: words } = useCatalogue(accountWords);
  const { language } = useLanguage();
  const nameOf = useDeviceName();
  const queried = useUncached(MySignInsDocument, { first: pageSize, after });
  return (
    <Loaded of={queried}>
      {({ mySignIns: { edges, pageInfo } }) => (
        <>
          {after === null && edges.length === 0 && <p>{words.none}</p>}
          <ul className="sessions">
            {edges.map(({ cursor, node }) => (
              <li key={cursor} className="card">
                <p>
                  <strong className={node.succeeded ? undefined : "failed-sign-in"}>
                    {node.succeeded ? words.succeeded : words.failed}
                  </strong>
                </p>
                <p className="hint">
                  {formatMoment(node.at, language)} · {nameOf(node)}
                  <br />
                  {words.from(node.address)}
                </p>
              </li>
            ))}
          </ul>
          {onMore && pageInfo.hasNextPage && pageInfo.endCursor && (
            <Button kind="quiet" onClick={() => onMore(pageInfo.endCursor!)}>
              {words.more}
            </Button>
          )}
        </>
      )}
    </Loaded>
  );
}
