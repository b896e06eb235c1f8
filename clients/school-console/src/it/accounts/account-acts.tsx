import {
  DisableAccountDocument,
  EnableAccountDocument,
  ResetSecondFactorDocument,
  RestartFirstSignInDocument,
  UnlockAccountDocument,
} from "@campus-graph/clients/generated/operations";
import { Button } from "@campus-graph/ui/components/button";
import { ConfirmDialog } from "@campus-graph/ui/components/confirm-dialog";
import { Field } from "@campus-graph/ui/components/field";
import { FailureAlert } from "@campus-graph/ui/components/loaded";
import { useAct, useMutate } from "@campus-graph/ui/graph/use-act";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { useState } from "react";
import { type CareAct, itWords } from "../../words/it";
import type { FoundAccount } from "./account-card";

const longestReason = 500;

/** What may help in each state, the likeliest first. */
const actsIn: Readonly<Record<FoundAccount["state"], readonly CareAct[]>> = {
  AWAITING_FIRST_SIGN_IN: ["restart", "disable"],
  ACTIVE: ["resetFactor", "disable"],
  LOCKED: ["unlock", "resetFactor", "disable"],
  DISABLED: ["enable"],
};

/** What an office can do to an account; each asks why. */
export function AccountActs({
  account,
  onChanged,
}: {
  account: FoundAccount;
  onChanged(account: FoundAccount): void;
}) {
  const { accounts: words } = useCatalogue(itWords);
  const [asked, setAsked] = useState<CareAct>();
  const [done, setDone] = useState<CareAct>();
  return (
    <>
      <div role="status">{done && <p className="told">{words.acts[done].done}</p>}</div>
      <div className="account-acts">
        {actsIn[account.state].map((act) => (
          <Button key={act} kind={act === "disable" ? "danger" : "quiet"} onClick={() => setAsked(act)}>
            {words.acts[act].act}
          </Button>
        ))}
      </div>
      {asked && (
        <CareDialog
          act={asked}
          account={account}
          onDone={(changed) => {
            setDone(asked);
            setAsked(undefined);
            onChanged(changed);
          }}
          onLeave={() => setAsked(undefined)}
        />
      )}
    </>
  );
}

/** Asks why, and does it. */
export function CareDialog({
  act,
  account: { id, maskedName },
  onDone,
  onLeave,
}: {
  act: CareAct;
  account: Pick<FoundAccount, "id" | "maskedName">;
  onDone(account: FoundAccount): void;
  onLeave(): void;
}) {
  const { accounts: words } = useCatalogue(itWords);
  const carry = useCare();
  const [reason, setReason] = useState("");
  const [isMissing, setMissing] = useState(false);
  const doing = useAct(async () => {
    setMissing(reason.trim() === "");
    if (reason.trim() !== "") onDone(await carry(act, { accountId: id, reason }));
  });
  return (
    <ConfirmDialog
      title={words.acts[act].title(maskedName)}
      yes={words.acts[act].act}
      no={words.leave}
      isBusy={doing.isRunning}
      onYes={() => void doing.run()}
      onNo={onLeave}
    >
      <p>{words.acts[act].lead}</p>
      <Field
        label={words.reason}
        hint={words.reasonHint}
        value={reason}
        maxLength={longestReason}
        problem={isMissing ? words.reasonMissing : undefined}
        onChange={(event) => setReason(event.target.value)}
      />
      <FailureAlert failure={doing.failure} />
    </ConfirmDialog>
  );
}

function useCare() {
  const mutate = useMutate();
  return async (act: CareAct, input: { accountId: string; reason: string }): Promise<FoundAccount> => {
    switch (act) {
      case "disable":
        return (await mutate(DisableAccountDocument, { input })).disableAccount;
      case "enable":
        return (await mutate(EnableAccountDocument, { input })).enableAccount;
      case "unlock":
        return (await mutate(UnlockAccountDocument, { input })).unlockAccount;
      case "resetFactor":
        return (await mutate(ResetSecondFactorDocument, { input })).resetSecondFactor;
      case "restart":
        return (await mutate(RestartFirstSignInDocument, { input })).restartFirstSignIn;
    }
  };
}
