import { Button } from "@campus-graph/ui/components/button";
import { Field } from "@campus-graph/ui/components/field";
import { FailureAlert } from "@campus-graph/ui/components/loaded";
import type { Act } from "@campus-graph/ui/graph/use-act";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { type ReactNode, useState } from "react";
import { type BillChange, changeBillWords } from "../../words/change-bill";

const longestReason = 200;

/** A form that ends with why, and does one thing once all in it is right. */
export function ReasonPart({
  change,
  act,
  isRight = true,
  does,
  children,
  onCancel,
}: {
  change: BillChange;
  act: Act<[reason: string], void>;
  /** Whether what stands above the reason is right. */
  isRight?: boolean;
  /** What the button says, where it is not what the change is always called. */
  does?: string | undefined;
  children?: (isShown: boolean) => ReactNode;
  onCancel(): void;
}) {
  const words = useCatalogue(changeBillWords);
  const [reason, setReason] = useState("");
  const [isShown, show] = useState(false);
  const send = () => {
    show(true);
    if (isRight && reason.trim() !== "") void act.run(reason);
  };
  return (
    <form
      className="change-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {children?.(isShown)}
      <Field
        label={words.reason}
        hint={words.reasonHint}
        value={reason}
        maxLength={longestReason}
        problem={isShown && reason.trim() === "" ? words.reasonMissing : undefined}
        onChange={({ target }) => setReason(target.value)}
      />
      <FailureAlert failure={act.failure} />
      <div className="row">
        <Button type="submit" kind={change === "VOID" ? "danger" : "main"} isBusy={act.isRunning}>
          {does ?? words.does[change]}
        </Button>
        <Button kind="quiet" onClick={onCancel}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}
