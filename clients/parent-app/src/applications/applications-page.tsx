import { ApplicationsDocument, HomeDocument } from "@campus-graph/clients/generated/operations";
import { ButtonLink } from "@campus-graph/ui/components/button";
import { Loaded } from "@campus-graph/ui/components/loaded";
import { Page } from "@campus-graph/ui/components/page";
import { useQuery } from "@campus-graph/ui/graph/use-query";
import { useSession } from "@campus-graph/ui/session/session-provider";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { useSearch } from "wouter";
import type { Application } from "../apply/use-draft";
import { applyWords } from "../words/apply";
import { shellWords } from "../words/shell";
import { RequestCard } from "./request-card";
import { SignInFirst } from "./sign-in-first";

/** Where each application stands, and what to do next. It moves by itself when a teacher decides. */
export function ApplicationsPage() {
  const { list: words } = useCatalogue(applyWords);
  const { app } = useCatalogue(shellWords);
  const { session } = useSession();
  const wasSent = new URLSearchParams(useSearch()).has("sent");
  const queried = useQuery(ApplicationsDocument);
  const isGuardian = session?.kind === "SIGNED_IN";
  return (
    <Page title={words.title} app={app}>
      <div role="status">
        {wasSent && (
          <div className="told">
            <h2>{words.sent.title}</h2>
            <p>{words.sent.lead}</p>
          </div>
        )}
      </div>
      <Loaded of={queried}>
        {({ myApplications }) => (
          <>
            {!isGuardian && <SignInFirst applications={myApplications} />}
            <OpenDraft applications={myApplications} />
            {isGuardian && <Children />}
            <Requests applications={myApplications} isGuardian={isGuardian} />
            <NewOne applications={myApplications} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function draftIn(applications: readonly Application[]): Application | undefined {
  return applications.find(({ status, requests }) => status === "DRAFT" && requests.length > 0);
}

/** The draft that waits to be sent. */
function OpenDraft({ applications }: { applications: readonly Application[] }) {
  const { list: words } = useCatalogue(applyWords);
  const draft = draftIn(applications);
  if (!draft) return null;
  return (
    <section className="card">
      <p>{words.goOnHint}</p>
      <p>
        <strong>{draft.requests.map(({ student }) => student?.maskedName).join("、")}</strong>
      </p>
      <ButtonLink to="/apply">{words.goOn}</ButtonLink>
    </section>
  );
}

/** The way to a new application, where none is open. */
function NewOne({ applications }: { applications: readonly Application[] }) {
  const { list: words } = useCatalogue(applyWords);
  const hasAny = applications.some(({ status }) => status === "SUBMITTED");
  if (draftIn(applications)) return null;
  return (
    <>
      {!hasAny && (
        <div className="empty">
          <p>{words.nothing}</p>
          <p className="hint">{words.nothingHint}</p>
        </div>
      )}
      <ButtonLink kind={hasAny ? "quiet" : "main"} to="/apply">
        {hasAny ? words.another : words.start}
      </ButtonLink>
    </>
  );
}

function Requests({
  applications,
  isGuardian,
}: {
  applications: readonly Application[];
  isGuardian: boolean;
}) {
  const { list: words } = useCatalogue(applyWords);
  const requests = applications
    .filter(({ status }) => status === "SUBMITTED")
    .flatMap((application) => application.requests)
    // Who is signed in sees a tied child above.
    .filter(({ status }) => !(isGuardian && status === "BOUND"));
  if (requests.length === 0) return null;
  return (
    <ul className="requests" aria-label={words.title}>
      {requests.map((request) => (
        <li key={request.id}>
          <RequestCard request={request} />
        </li>
      ))}
    </ul>
  );
}

function Children() {
  const apply = useCatalogue(applyWords);
  const home = useQuery(HomeDocument);
  const bindings = home.data?.myBindings ?? [];
  if (bindings.length === 0) return null;
  return (
    <ul className="requests" aria-label={apply.list.bound}>
      {bindings.map(({ id, relationship, student }) => (
        <li key={id} className="card request">
          <p className="request-who">
            <strong>{student?.name ?? student?.maskedName ?? apply.list.studentGone}</strong>
            <span className="seal bound">{apply.status.BOUND}</span>
          </p>
          <p className="hint">
            {[student?.school?.name, student?.schoolClass?.name, apply.relationships[relationship]]
              .filter(Boolean)
              .join(" · ")}
          </p>
        </li>
      ))}
    </ul>
  );
}
