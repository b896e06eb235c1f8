import {
  EndPartnerKeyDocument,
  ResumePartnerDocument,
  SuspendPartnerDocument,
} from "@campus-graph/clients/generated/operations";
import { ConfirmDialog } from "@campus-graph/ui/components/confirm-dialog";
import { Field } from "@campus-graph/ui/components/field";
import { FailureAlert } from "@campus-graph/ui/components/loaded";
import { useAct, useMutate } from "@campus-graph/ui/graph/use-act";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { useState } from "react";
import { partnersWords } from "../words/partners";
import { longestReason } from "./partner-form";
import type { Partner } from "./partners-page";

/** What is asked before it is done. */
export type Asked = { act: "endKey"; keyId: string } | { act: "suspend" | "resume" };

/** Asks why, and does it. Where it has yet to take effect somewhere the dialog stays, and doing it again waits again. */
export function ReasonDialog({
  partner: { id, name },
  asked,
  onDone,
  onLeave,
}: {
  partner: Partner;
  asked: Asked;
  onDone(done: string): void;
  onLeave(): void;
}) {
  const words = useCatalogue(partnersWords);
  const mutate = useMutate();
  const [reason, setReason] = useState("");
  const [isMissing, setMissing] = useState(false);
  const { act, title, lead, done } = words[asked.act];
  const doing = useAct(async () => {
    setMissing(reason.trim() === "");
    if (reason.trim() === "") return;
    const input = { id, reason };
    if (asked.act === "endKey")
      await mutate(EndPartnerKeyDocument, { input: { ...input, keyId: asked.keyId } });
    else if (asked.act === "suspend") await mutate(SuspendPartnerDocument, { input });
    else await mutate(ResumePartnerDocument, { input });
    onDone(done(name));
  });
  return (
    <ConfirmDialog
      title={title(asked.act === "endKey" ? asked.keyId : name)}
      yes={act}
      no={words.leave}
      isBusy={doing.isRunning}
      onYes={() => void doing.run()}
      onNo={onLeave}
    >
      <p>{lead}</p>
      <Field
        label={words.reason}
        hint={words.reasonHint}
        value={reason}
        maxLength={longestReason}
        problem={isMissing ? words.missing : undefined}
        onChange={(event) => setReason(event.target.value)}
      />
      <FailureAlert failure={doing.failure} />
    </ConfirmDialog>
  );
}
