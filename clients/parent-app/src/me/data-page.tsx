import {
  MyDataRequestsDocument,
  type MyDataRequestsQuery,
  OpenMyDataDocument,
  type OpenMyDataMutation,
  RequestMyDataDocument,
} from "@campus-graph/clients/generated/operations";
import { Button } from "@campus-graph/ui/components/button";
import { FailureAlert, Loaded } from "@campus-graph/ui/components/loaded";
import { Page } from "@campus-graph/ui/components/page";
import { formatMoment } from "@campus-graph/ui/format/dates";
import { useAct, useMutate } from "@campus-graph/ui/graph/use-act";
import { useQuery } from "@campus-graph/ui/graph/use-query";
import { serverNow } from "@campus-graph/ui/session/session";
import { useCatalogue, useLanguage } from "@campus-graph/ui/words/language";
import { useEffect, useState } from "react";
import { dataWords } from "../words/data";
import { shellWords } from "../words/shell";
import { type Proof, ProveOneself } from "./prove-oneself";

type DataRequest = MyDataRequestsQuery["myDataRequests"][number];
type Links = OpenMyDataMutation["openMyData"];

const whileGatheringMs = 3_000;

/** What is kept about this person, as a file: asked for, gathered, and fetched by who shows that it is they. */
export function DataPage() {
  const words = useCatalogue(dataWords);
  const { app } = useCatalogue(shellWords);
  const mutate = useMutate();
  const [isWaiting, setWaiting] = useState(false);
  const queried = useQuery(MyDataRequestsDocument, isWaiting ? { everyMs: whileGatheringMs } : {});
  const isGathering = queried.data?.myDataRequests.some(({ readyAt }) => readyAt === null) ?? false;
  useEffect(() => setWaiting(isGathering), [isGathering]);
  const ask = useAct(() => mutate(RequestMyDataDocument, {}));
  return (
    <Page title={words.title} app={app} backTo="/me">
      <p className="lead">{words.lead}</p>
      <FailureAlert failure={ask.failure} />
      <Button isBusy={ask.isRunning} onClick={() => void ask.run()}>
        {words.ask}
      </Button>
      <Loaded of={queried}>
        {({ myDataRequests }) => (
          <ul className="sessions">
            {myDataRequests.map((request) => (
              <Requested key={request.id} request={request} />
            ))}
          </ul>
        )}
      </Loaded>
    </Page>
  );
}

function Requested({ request }: { request: DataRequest }) {
  const words = useCatalogue(dataWords);
  const { language } = useLanguage();
  const mutate = useMutate();
  const [links, setLinks] = useState<Links>();
  const { id, askedAt, gathered, sources, readyAt, expiresAt } = request;
  const open = async (proof: Proof) => {
    const { openMyData } = await mutate(OpenMyDataDocument, { input: { requestId: id, ...proof } });
    setLinks(openMyData);
  };
  return (
    <li className="card">
      <p className="hint">{words.asked(formatMoment(askedAt, language))}</p>
      <p role="status">
        {readyAt && expiresAt
          ? words.ready(formatMoment(expiresAt, language))
          : words.gathering(gathered, sources)}
      </p>
      {readyAt &&
        (links ? (
          <Fetch links={links} onEnd={() => setLinks(undefined)} />
        ) : (
          <ProveOneself name={`data-${id}`} label={words.fetch} why={words.prove} act={open} />
        ))}
    </li>
  );
}

/** Both forms of the file, while their links are good. One that was used is taken away. */
function Fetch({ links, onEnd }: { links: Links; onEnd(): void }) {
  const words = useCatalogue(dataWords);
  const [used, setUsed] = useState<readonly string[]>([]);
  useEffect(() => {
    const timer = setTimeout(onEnd, Math.max(0, Date.parse(links.page.expiresAt) - serverNow()));
    return () => clearTimeout(timer);
  }, [links, onEnd]);
  return (
    <>
      <p role="status">{words.links}</p>
      {(["page", "json"] as const)
        .filter((form) => !used.includes(form))
        .map((form) => (
          <a
            key={form}
            className="button quiet"
            href={links[form].url}
            download
            onClick={() => setUsed([...used, form])}
          >
            {words[form]}
          </a>
        ))}
    </>
  );
}
