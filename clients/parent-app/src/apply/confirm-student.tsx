import { Button } from "@campus-graph/ui/components/button";
import { FailureAlert } from "@campus-graph/ui/components/loaded";
import type { Failure } from "@campus-graph/ui/graph/failure";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { useEffect, useRef } from "react";
import { studentsWords } from "../words/students";

/** The masked name, for the guardian to say that this is the child. */
export function ConfirmStudent({
  maskedName,
  school,
  relationship,
  failure,
  isBusy,
  onYes,
  onNo,
}: {
  maskedName: string;
  school: string;
  relationship: string;
  failure: Failure | undefined;
  isBusy: boolean;
  onYes(): void;
  onNo(): void;
}) {
  const words = useCatalogue(studentsWords);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="card confirm-student">
      <h2 ref={heading} tabIndex={-1}>
        {words.confirmTitle}
      </h2>
      <p className="found">
        <strong>{maskedName}</strong>
        <span>{school}</span>
        <span>{relationship}</span>
      </p>
      <FailureAlert failure={failure} />
      <div className="acts">
        <Button kind="quiet" onClick={onNo}>
          {words.confirmNo}
        </Button>
        <Button isBusy={isBusy} onClick={onYes}>
          {words.confirmYes}
        </Button>
      </div>
    </section>
  );
}
