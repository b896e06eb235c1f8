import { EndStaffRoleDocument } from "@campus-graph/clients/generated/operations";
import { ConfirmDialog } from "@campus-graph/ui/components/confirm-dialog";
import { Field } from "@campus-graph/ui/components/field";
import { FailureAlert } from "@campus-graph/ui/components/loaded";
import { formatDayInTable, taipeiDayOf } from "@campus-graph/ui/format/dates";
import { useAct, useMutate } from "@campus-graph/ui/graph/use-act";
import { useCatalogue, useLanguage } from "@campus-graph/ui/words/language";
import { useState } from "react";
import { staffWords } from "../words/staff";
import type { StaffRole } from "./roles";
import { useWhose } from "./use-whose";

/** From which day on a role is over. While it takes effect elsewhere, the same button asks again. */
export function EndRole({
  role,
  onDone,
  onLeave,
}: {
  role: StaffRole;
  onDone(what: string): void;
  onLeave(): void;
}) {
  const { end: words } = useCatalogue(staffWords);
  const { language } = useLanguage();
  const whose = useWhose()(role);
  const mutate = useMutate();
  const [today] = useState(() => taipeiDayOf(new Date().toISOString()));
  const [on, setOn] = useState(today);
  const isProposal = role.state === "AWAITS_APPROVAL";
  const isLater = !isProposal && on > today;
  const end = useAct(async () => {
    // Today is left to the graph, which may have a later one by now.
    await mutate(EndStaffRoleDocument, { input: { id: role.id, on: isLater ? on : null } });
    onDone(isLater ? words.doneLater(whose, formatDayInTable(on, language)) : words.done(whose));
  });
  return (
    <ConfirmDialog
      title={isProposal ? words.withdrawTitle(whose) : words.title(whose)}
      yes={isProposal ? words.withdraw : words.act}
      no={words.no}
      isBusy={end.isRunning}
      onYes={() => void end.run()}
      onNo={onLeave}
    >
      <p>{isProposal ? words.withdrawLead : words.lead}</p>
      {!isProposal && (
        <Field
          label={words.on}
          hint={words.onHint}
          type="date"
          min={today}
          value={on}
          onChange={(event) => setOn(event.target.value)}
        />
      )}
      <FailureAlert failure={end.failure} />
    </ConfirmDialog>
  );
}
