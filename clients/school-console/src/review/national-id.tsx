import { RevealGuardianIdDocument } from "@campus-graph/clients/generated/operations";
import { Button } from "@campus-graph/ui/components/button";
import { FailureSentence } from "@campus-graph/ui/components/loaded";
import { useConnection } from "@campus-graph/ui/graph/graph-provider";
import { useWithSecondFactor } from "@campus-graph/ui/graph/second-factor";
import { useAct } from "@campus-graph/ui/graph/use-act";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { type FormEvent, type KeyboardEvent, useEffect, useId, useState } from "react";
import { revealWords } from "../words/reveal";

/** So long a national ID stands on the screen. */
const shownMs = 30_000;

/** A masked national ID, and a way to see it whole: with a reason, for half a minute, in no cache. */
export function NationalId({
  masked,
  requestId,
  tabIndex,
}: {
  masked: string;
  requestId: string | undefined;
  tabIndex: number | undefined;
}) {
  const words = useCatalogue(revealWords);
  const [isAsking, setAsking] = useState(false);
  const [whole, setWhole] = useState<string>();
  useEffect(() => {
    if (whole === undefined) return;
    const timer = setTimeout(() => setWhole(undefined), shownMs);
    return () => clearTimeout(timer);
  }, [whole]);
  if (whole !== undefined)
    return (
      <span className="revealed" role="status">
        <strong>{whole}</strong>
        <button type="button" className="reveal" onClick={() => setWhole(undefined)}>
          {words.hide}
        </button>
      </span>
    );
  return (
    <>
      {masked}
      {requestId && (
        <button
          type="button"
          className="reveal"
          tabIndex={tabIndex}
          aria-expanded={isAsking}
          aria-label={words.showOf(masked)}
          onClick={() => setAsking(!isAsking)}
        >
          {words.show}
        </button>
      )}
      {isAsking && requestId && (
        <RevealForm
          requestId={requestId}
          onCancel={() => setAsking(false)}
          onRevealed={(nationalId) => {
            setAsking(false);
            setWhole(nationalId);
          }}
        />
      )}
    </>
  );
}

function RevealForm({
  requestId,
  onCancel,
  onRevealed,
}: {
  requestId: string;
  onCancel(): void;
  onRevealed(nationalId: string): void;
}) {
  const words = useCatalogue(revealWords);
  const connection = useConnection();
  const withSecondFactor = useWithSecondFactor();
  const id = useId();
  const [reason, setReason] = useState("");
  const reveal = useAct(() =>
    withSecondFactor(() => connection.mutate(RevealGuardianIdDocument, { input: { requestId, reason } })),
  );
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const answer = await reveal.run();
    if (answer) onRevealed(answer.revealGuardianId.nationalId);
  };
  // The grid's own keys, such as A for approve, are letters here.
  const press = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === "Escape" && !event.nativeEvent.isComposing) onCancel();
  };
  return (
    <form className="reveal-form" onSubmit={(event) => void send(event)} onKeyDown={press}>
      <label htmlFor={id}>{words.reason}</label>
      <p className="hint" id={`${id}-hint`}>
        {words.reasonHint}
      </p>
      <input
        id={id}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        aria-describedby={`${id}-hint`}
        minLength={2}
        maxLength={500}
        autoComplete="off"
        required
        // biome-ignore lint/a11y/noAutofocus: it stands where its button was pressed.
        autoFocus
      />
      {reveal.failure && (
        <p className="problem" role="alert" data-code={reveal.failure.code}>
          <FailureSentence failure={reveal.failure} />
        </p>
      )}
      <div className="actions-line">
        <Button type="submit" isBusy={reveal.isRunning} className="small">
          {words.show}
        </Button>
        <Button kind="quiet" className="small" onClick={onCancel}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}
