import { ApproveStaffRoleDocument } from "@campus-graph/clients/generated/operations";
import { ConfirmDialog } from "@campus-graph/ui/components/confirm-dialog";
import { FailureAlert } from "@campus-graph/ui/components/loaded";
import { formatDay } from "@campus-graph/ui/format/dates";
import { useAct, useMutate } from "@campus-graph/ui/graph/use-act";
import { useCatalogue, useLanguage } from "@campus-graph/ui/words/language";
import { staffWords } from "../words/staff";
import type { StaffRole } from "./roles";
import { useWhose } from "./use-whose";

/** The second pair of eyes: who it is, what they would be and for which days, and then the word. */
export function ApproveRole({
  role,
  onDone,
  onLeave,
}: {
  role: StaffRole;
  onDone(what: string): void;
  onLeave(): void;
}) {
  const { approve: words, withoutEnd } = useCatalogue(staffWords);
  const { language } = useLanguage();
  const whose = useWhose()(role);
  const mutate = useMutate();
  const approve = useAct(async () => {
    await mutate(ApproveStaffRoleDocument, { id: role.id });
    onDone(words.done(whose));
  });
  const until = role.until === null ? withoutEnd : formatDay(role.until, language);
  return (
    <ConfirmDialog
      title={words.title(whose)}
      yes={words.yes}
      no={words.no}
      isBusy={approve.isRunning}
      onYes={() => void approve.run()}
      onNo={onLeave}
    >
      <p>{words.lead(role.email)}</p>
      <p>
        {role.school?.name} {words.days(formatDay(role.from, language), until)}
      </p>
      <FailureAlert failure={approve.failure} />
    </ConfirmDialog>
  );
}
