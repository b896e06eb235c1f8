import { EndDeputyDocument } from "@campus-graph/clients/generated/operations";
import { ConfirmDialog } from "@campus-graph/ui/components/confirm-dialog";
import { FailureAlert } from "@campus-graph/ui/components/loaded";
import { useAct, useMutate } from "@campus-graph/ui/graph/use-act";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { deputyWords } from "../../words/deputies";

/** Whose time would end. While it takes effect elsewhere, the same button asks again. */
export function EndDeputy({
  id,
  name,
  onDone,
  onLeave,
}: {
  id: string;
  name: string;
  onDone(): void;
  onLeave(): void;
}) {
  const words = useCatalogue(deputyWords);
  const mutate = useMutate();
  const end = useAct(async () => {
    await mutate(EndDeputyDocument, { id });
    onDone();
  });
  return (
    <ConfirmDialog
      title={words.endTitle(name)}
      yes={words.endYes}
      no={words.endNo}
      isBusy={end.isRunning}
      onYes={() => void end.run()}
      onNo={onLeave}
    >
      <p>{words.endLead}</p>
      <FailureAlert failure={end.failure} />
    </ConfirmDialog>
  );
}
