import { type Relationship, RevokeBindingDocument } from "@campus-graph/clients/generated/operations";
import { ConfirmDialog } from "@campus-graph/ui/components/confirm-dialog";
import { Field } from "@campus-graph/ui/components/field";
import { FailureAlert } from "@campus-graph/ui/components/loaded";
import { useAct, useMutate } from "@campus-graph/ui/graph/use-act";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { relationshipWords } from "@campus-graph/ui/words/relationship-words";
import { useState } from "react";
import { registrarWords } from "../../words/registrar";

const longestReason = 500;

/** Whose binding to whom would end, and why. While it takes effect elsewhere, the same button asks again. */
export function EndBinding({
  bindingId,
  student,
  guardian,
  relationship,
  onDone,
  onLeave,
}: {
  bindingId: string;
  student: string;
  guardian: string;
  relationship: Relationship;
  onDone(): void;
  onLeave(): void;
}) {
  const { classes: words } = useCatalogue(registrarWords);
  const relationships = useCatalogue(relationshipWords);
  const mutate = useMutate();
  const [reason, setReason] = useState("");
  const [isMissing, setMissing] = useState(false);
  const end = useAct(async () => {
    setMissing(reason.trim() === "");
    if (reason.trim() === "") return;
    await mutate(RevokeBindingDocument, { input: { bindingId, reason } });
    onDone();
  });
  return (
    <ConfirmDialog
      title={words.endTitle(student, guardian, relationships[relationship])}
      yes={words.endYes}
      no={words.endNo}
      isBusy={end.isRunning}
      onYes={() => void end.run()}
      onNo={onLeave}
    >
      <p>{words.endLead}</p>
      <Field
        label={words.reason}
        hint={words.reasonHint}
        value={reason}
        maxLength={longestReason}
        problem={isMissing ? words.reasonMissing : undefined}
        onChange={(event) => setReason(event.target.value)}
      />
      <FailureAlert failure={end.failure} />
    </ConfirmDialog>
  );
}
