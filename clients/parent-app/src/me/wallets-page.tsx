import {
  MyWalletLinksDocument,
  type MyWalletLinksQuery,
  UnlinkWalletDocument,
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
import { shellWords } from "../words/shell";
import { walletsWords } from "../words/wallets";

type Link = MyWalletLinksQuery["myWalletLinks"][number];

/** The wallets that may read this person's bills, and the way to end each. */
export function WalletsPage() {
  const words = useCatalogue(walletsWords);
  const { app } = useCatalogue(shellWords);
  const mutate = useMutate();
  const queried = useQuery(MyWalletLinksDocument);
  const [ending, setEnding] = useState<Link>();
  const [ended, setEnded] = useState<string>();
  const end = useAct(async ({ id, partner }: Link) => {
    await mutate(UnlinkWalletDocument, { id });
    setEnded(words.ended(partner.name));
    setEnding(undefined);
  });
  return (
    <Page title={words.title} app={app} backTo="/me">
      <div role="status">{ended && <p className="told">{ended}</p>}</div>
      <Loaded of={queried}>
        {({ myWalletLinks }) => (
          <>
            <p className="lead">{myWalletLinks.length > 0 ? words.lead : words.none}</p>
            <ul className="sessions">
              {myWalletLinks.map((link) => (
                <Wallet key={link.id} link={link} onEnd={() => setEnding(link)} />
              ))}
            </ul>
          </>
        )}
      </Loaded>
      {ending && (
        <ConfirmDialog
          title={words.endTitle(ending.partner.name)}
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

function Wallet({ link, onEnd }: { link: Link; onEnd(): void }) {
  const words = useCatalogue(walletsWords);
  const { language } = useLanguage();
  const { partner, scopes, since, lastUsedAt } = link;
  return (
    <li className="card">
      <p>
        <strong>{partner.name}</strong>
      </p>
      {partner.suspendedAt && <p>{words.suspended}</p>}
      <p>{words.may}</p>
      <ul>
        {scopes.map((scope) => (
          <li key={scope}>{words.scopes[scope] ?? scope}</li>
        ))}
      </ul>
      <p className="hint">
        {words.since(formatMoment(since, language))}
        <br />
        {lastUsedAt ? words.lastUsed(formatMoment(lastUsedAt, language)) : words.neverUsed}
      </p>
      <Button kind="quiet" aria-label={words.endThis(partner.name)} onClick={onEnd}>
        {words.end}
      </Button>
    </li>
  );
}
