import {
  ResendMessageDocument,
  UndeliveredMessagesDocument,
  type UndeliveredMessagesQuery,
} from "@campus-graph/clients/generated/operations";
import { Button } from "@campus-graph/ui/components/button";
import { FailureAlert, Loaded } from "@campus-graph/ui/components/loaded";
import { Page } from "@campus-graph/ui/components/page";
import { formatMoment } from "@campus-graph/ui/format/dates";
import { useAct, useMutate } from "@campus-graph/ui/graph/use-act";
import { useUncached } from "@campus-graph/ui/graph/use-uncached";
import { useCatalogue, useLanguage } from "@campus-graph/ui/words/language";
import { useState } from "react";
import { useOffice } from "../../office/office";
import { shellWords } from "../../words/shell";
import { undeliveredWords } from "../../words/undelivered";

type Message = UndeliveredMessagesQuery["undeliveredMessages"]["edges"][number]["node"];

/** What was given up, to be sent again once the address is right. */
export function MessagesPage() {
  const words = useCatalogue(undeliveredWords);
  const { app } = useCatalogue(shellWords);
  const { isBureau } = useOffice();
  const mutate = useMutate();
  const [times, setTimes] = useState(0);
  const [resent, setResent] = useState<string>();
  const resend = useAct(async ({ id, maskedTarget }: Message) => {
    await mutate(ResendMessageDocument, { id });
    setResent(words.resent(maskedTarget));
    setTimes((before) => before + 1);
  });
  return (
    <Page title={words.title} app={app}>
      <p className="lead">{isBureau ? words.bureauLead : words.lead}</p>
      <div role="status">{resent && <p className="told">{resent}</p>}</div>
      <FailureAlert failure={resend.failure} />
      <List key={times} isBusy={resend.isRunning} onResend={(message) => void resend.run(message)} />
    </Page>
  );
}

interface ListProps {
  isBusy: boolean;
  onResend(message: Message): void;
}

function List({ isBusy, onResend }: ListProps) {
  const words = useCatalogue(undeliveredWords);
  const [first, setFirst] = useState(20);
  const listed = useUncached(UndeliveredMessagesDocument, { first });
  return (
    <Loaded of={listed}>
      {({ undeliveredMessages: { edges, pageInfo } }) =>
        edges.length === 0 ? (
          <p className="lead">{words.none}</p>
        ) : (
          <>
            <div className="table-wrap">
              <table className="undelivered">
                <caption className="visually-hidden">{words.caption}</caption>
                <thead>
                  <tr>
                    {[words.what, words.to, words.why, words.since, words.act].map((heading) => (
                      <th key={heading} scope="col">
                        {heading}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {edges.map(({ node }) => (
                    <Row key={node.id} message={node} isBusy={isBusy} onResend={onResend} />
                  ))}
                </tbody>
              </table>
            </div>
            {pageInfo.hasNextPage && first < 100 && (
              <Button kind="quiet" onClick={() => setFirst((shown) => Math.min(100, shown + 20))}>
                {words.more}
              </Button>
            )}
          </>
        )
      }
    </Loaded>
  );
}

function whyOf(words: (typeof undeliveredWords)["en"], error: string): string {
  if (error === "MAIL_BOUNCED") return words.bounced;
  return error === "SMS_NOT_DELIVERED" ? words.notDelivered : words.notTaken(error);
}

function Row({ message, isBusy, onResend }: ListProps & { message: Message }) {
  const words = useCatalogue(undeliveredWords);
  const { language } = useLanguage();
  const { kind, by, maskedTarget, error, since, canBeSent } = message;
  const name = words.kinds[kind];
  return (
    <tr>
      <td>
        {name}
        <br />
        <small>{by === "SMS" ? words.bySms : words.byEmail}</small>
      </td>
      <td>{maskedTarget}</td>
      <td>{whyOf(words, error)}</td>
      <td>{formatMoment(since, language)}</td>
      <td>
        {canBeSent ? (
          <Button
            kind="quiet"
            isBusy={isBusy}
            aria-label={words.resendThis(name, maskedTarget)}
            onClick={() => onResend(message)}
          >
            {words.resend}
          </Button>
        ) : (
          words.outdated
        )}
      </td>
    </tr>
  );
}
