import { Button } from "@campus-graph/ui/components/button";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { useEffect, useRef } from "react";
import { reviewWords } from "../words/review";
import { ReasonForm } from "./reason-form";
import type { Request } from "./rows";

/** What is done to all that are chosen. */
export function BulkBar({
  picked,
  isAsking,
  offered,
  reason,
  onType,
  onChooseMatching,
  onChooseNone,
  onApprove,
  onAsk,
  onDontAsk,
  onReturn,
}: {
  picked: readonly Request[];
  isAsking: boolean;
  offered: readonly string[];
  reason: string;
  onType(reason: string): void;
  onChooseMatching(): void;
  onChooseNone(): void;
  onApprove(): void;
  onAsk(): void;
  onDontAsk(): void;
  onReturn(reason: string): void;
}) {
  const words = useCatalogue(reviewWords);
  const isNothing = picked.length === 0;
  return (
    <div className="bulk">
      <Button kind="quiet" onClick={isNothing ? onChooseMatching : onChooseNone}>
        {isNothing ? words.chooseMatching : words.chooseNone}
      </Button>
      {!isNothing && (
        <>
          <span>{words.chosen(picked.length)}</span>
          <Button onClick={onApprove}>{words.approveChosen(picked.length)}</Button>
          <Button kind="quiet" onClick={onAsk}>
            {words.returnChosen(picked.length)}
          </Button>
        </>
      )}
      {isAsking && (
        <ReasonDialog onClose={onDontAsk}>
          <ReasonForm
            about={words.chosen(picked.length)}
            value={reason}
            offered={offered}
            onType={onType}
            onSend={onReturn}
            onCancel={onDontAsk}
          />
        </ReasonDialog>
      )}
    </div>
  );
}

function ReasonDialog({ children, onClose }: { children: React.ReactNode; onClose(): void }) {
  const words = useCatalogue(reviewWords);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="confirm" aria-label={words.reason} onClose={onClose}>
      {children}
    </dialog>
  );
}
