import { CancelRequestDocument } from "@campus-graph/clients/generated/operations";
import { Button, ButtonLink } from "@campus-graph/ui/components/button";
import { ConfirmDialog } from "@campus-graph/ui/components/confirm-dialog";
import { Icon } from "@campus-graph/ui/components/icon";
import { FailureAlert } from "@campus-graph/ui/components/loaded";
import { formatMoment } from "@campus-graph/ui/format/dates";
import { useAct, useMutate } from "@campus-graph/ui/graph/use-act";
import { useCatalogue, useLanguage } from "@campus-graph/ui/words/language";
import { useState } from "react";
import { TakenAddress } from "../apply/taken-address";
import type { Application } from "../apply/use-draft";
import { applyWords } from "../words/apply";

type Request = Application["requests"][number];

/** Whoever may still take it back finds the bin; whoever was asked to correct it, the pen. */
const cancellable = new Set(["PENDING", "RETURNED"]);
const correctable = new Set(["RETURNED", "PROVISION_FAILED"]);

export function RequestCard({ request }: { request: Request }) {
  const apply = useCatalogue(applyWords);
  const words = apply.list;
  const { language } = useLanguage();
  const { id, status, relationship, otherRelationship, student, returnReason, appliedAt } = request;
  const name = student?.maskedName ?? words.studentGone;
  return (
    <article className={`card request is-${status.toLowerCase()}`} aria-label={name}>
      <p className="request-who">
        <strong>{name}</strong>
        <span className={`seal ${status.toLowerCase()}`}>{apply.status[status] ?? status}</span>
      </p>
      <p className="hint">
        {[student?.school?.name, otherRelationship ?? apply.relationships[relationship]]
          .filter(Boolean)
          .join(" · ")}
        {appliedAt && (
          <>
            <br />
            {words.applied(formatMoment(appliedAt, language))}
          </>
        )}
      </p>
      {returnReason && (
        <p className="reason">
          <strong>{words.reason}</strong>
          <br />
          {returnReason}
        </p>
      )}
      <p>{words.what[status]}</p>
      {status === "PROVISION_FAILED" && (
        <TakenAddress email={request.guardian?.email} returnTo="/parent/apply" />
      )}
      {(cancellable.has(status) || correctable.has(status)) && (
        <div className="acts">
          {cancellable.has(status) && <Cancel id={id} name={name} />}
          {correctable.has(status) && (
            <ButtonLink to={`/applications/${id}/correct`}>
              <Icon name="pen" />
              {words.correct}
            </ButtonLink>
          )}
        </div>
      )}
    </article>
  );
}

function Cancel({ id, name }: { id: string; name: string }) {
  const { list: words } = useCatalogue(applyWords);
  const mutate = useMutate();
  const [isConfirming, setConfirming] = useState(false);
  const cancel = useAct(async () => {
    await mutate(CancelRequestDocument, { requestId: id });
    setConfirming(false);
  });
  return (
    <>
      <Button kind="quiet" onClick={() => setConfirming(true)}>
        <Icon name="bin" />
        {words.cancel}
      </Button>
      {isConfirming && (
        <ConfirmDialog
          title={words.cancelTitle(name)}
          yes={words.cancelYes}
          no={words.cancelNo}
          isBusy={cancel.isRunning}
          onYes={() => void cancel.run()}
          onNo={() => setConfirming(false)}
        >
          <p>{words.cancelHint}</p>
          <FailureAlert failure={cancel.failure} />
        </ConfirmDialog>
      )}
    </>
  );
}
