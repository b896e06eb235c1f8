import {
  ConsentNoticeDocument,
  type ConsentNoticeQuery,
  DeclineConsentDocument,
  RecordConsentDocument,
} from "@campus-graph/clients/generated/operations";
import { Button } from "@campus-graph/ui/components/button";
import { ConfirmDialog } from "@campus-graph/ui/components/confirm-dialog";
import { FailureAlert, Loaded } from "@campus-graph/ui/components/loaded";
import { Page } from "@campus-graph/ui/components/page";
import { useAct, useMutate } from "@campus-graph/ui/graph/use-act";
import { useQuery } from "@campus-graph/ui/graph/use-query";
import { serverNow } from "@campus-graph/ui/session/session";
import { useSession } from "@campus-graph/ui/session/session-provider";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { useEffect, useRef, useState } from "react";
import { useLocation } from "wouter";
import { applyWords } from "../words/apply";
import { consentWords } from "../words/consent";
import { shellWords } from "../words/shell";
import { Stepper } from "./stepper";
import type { Application } from "./use-draft";

/** Step 3: read to its end, ticked; or left. */
export function ConsentPage({ draft }: { draft: Application }) {
  const words = useCatalogue(consentWords);
  const { app } = useCatalogue(shellWords);
  const notice = useQuery(ConsentNoticeDocument);
  return (
    <Page title={words.title} app={app} backTo="/apply/students">
      <Stepper step={3} />
      <p className="lead">{words.lead}</p>
      <Loaded of={notice}>{({ consentNotice }) => <Notice draft={draft} notice={consentNotice} />}</Loaded>
    </Page>
  );
}

function Notice({ draft, notice }: { draft: Application; notice: ConsentNoticeQuery["consentNotice"] }) {
  const words = useCatalogue(consentWords);
  const apply = useCatalogue(applyWords);
  const mutate = useMutate();
  const [, go] = useLocation();
  const region = useRef<HTMLElement>(null);
  const end = useRef<HTMLSpanElement>(null);
  const [readAt, setReadAt] = useState<string>();
  const [isAgreed, setAgreed] = useState(draft.consentVersion === notice.version);
  const [isLeaving, setLeaving] = useState(false);
  useEffect(() => {
    const look = new IntersectionObserver(
      ([entry]) =>
        entry?.isIntersecting && setReadAt((before) => before ?? new Date(serverNow()).toISOString()),
      { root: region.current, rootMargin: "0px 0px 24px" },
    );
    look.observe(end.current!);
    return () => look.disconnect();
  }, []);
  const agree = useAct(async () => {
    await mutate(RecordConsentDocument, {
      input: { applicationId: draft.id, version: notice.version, scrolledToEndAt: readAt! },
    });
    go("/apply/guardian");
  });
  const canAgree = readAt !== undefined || draft.consentVersion === notice.version;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <section ref={region} className="notice-text" tabIndex={0} aria-label={words.region}>
        <h2>{notice.title}</h2>
        {notice.body.split(/\n+/).map((paragraph, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the text never changes while it is shown.
          <p key={at}>{paragraph}</p>
        ))}
        <span ref={end} />
      </section>
      <label className="check">
        <input
          type="checkbox"
          checked={isAgreed}
          disabled={!canAgree}
          onChange={({ target }) => setAgreed(target.checked)}
        />
        {words.agree}
      </label>
      {!canAgree && <p className="hint">{words.scroll}</p>}
      <FailureAlert failure={agree.failure} />
      <div className="acts">
        <Button kind="quiet" onClick={() => setLeaving(true)}>
          {words.decline}
        </Button>
        <Button
          disabled={!isAgreed}
          isBusy={agree.isRunning}
          onClick={() => (readAt ? void agree.run() : go("/apply/guardian"))}
        >
          {apply.next}
        </Button>
      </div>
      {isLeaving && <Leaving draft={draft} onStay={() => setLeaving(false)} />}
    </>
  );
}

/** 不同意並退出 ends the application; whoever came by a code leaves altogether. */
function Leaving({ draft, onStay }: { draft: Application; onStay(): void }) {
  const words = useCatalogue(consentWords);
  const mutate = useMutate();
  const { session, signOut } = useSession();
  const [, go] = useLocation();
  const leave = useAct(async () => {
    await mutate(DeclineConsentDocument, { applicationId: draft.id });
    go(session?.kind === "SIGNED_IN" ? "/applications" : "/");
    if (session?.kind === "APPLICANT") await signOut();
  });
  return (
    <ConfirmDialog
      title={words.declineTitle}
      yes={words.decline}
      no={words.declineNo}
      isBusy={leave.isRunning}
      onYes={() => void leave.run()}
      onNo={onStay}
    >
      <p>{words.declineHint}</p>
      <FailureAlert failure={leave.failure} />
    </ConfirmDialog>
  );
}
