import { SetRefundAccountDocument } from "@campus-graph/clients/generated/operations";
import { Button } from "@campus-graph/ui/components/button";
import { Field } from "@campus-graph/ui/components/field";
import { FailureAlert } from "@campus-graph/ui/components/loaded";
import { formatMoney } from "@campus-graph/ui/format/money";
import { useAct, useMutate } from "@campus-graph/ui/graph/use-act";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { useId, useState } from "react";
import { owedBackWords } from "../words/owed-back";
import type { Bill } from "./bill-page";

type Owed = Bill["owedBack"][number];

/** Money that was paid for the bill and is owed back: how it stands, and where to pay it. */
export function OwedBack({ bill: { owedBack }, onGiven }: { bill: Bill; onGiven(): void }) {
  const words = useCatalogue(owedBackWords);
  const id = useId();
  if (owedBack.length === 0) return null;
  return (
    <section className="owed-back" aria-labelledby={id}>
      <h2 id={id}>{words.title}</h2>
      {owedBack.map((owed) => (
        <div key={owed.id} className="sheet">
          <p>
            {owed.reason === "UNAPPLIED"
              ? words.unapplied(formatMoney(owed.amount))
              : words.owed(formatMoney(owed.amount))}
          </p>
          {owed.paidBack > 0 && <p>{words.paidBack(formatMoney(owed.paidBack))}</p>}
          {owed.credited > 0 && <p>{words.credited(formatMoney(owed.credited))}</p>}
          {owed.closedAt ? <p>{words.over}</p> : <Account owed={owed} onGiven={onGiven} />}
        </div>
      ))}
    </section>
  );
}

function Account({ owed, onGiven }: { owed: Owed; onGiven(): void }) {
  const words = useCatalogue(owedBackWords);
  const [isChanging, setChanging] = useState(false);
  const given = () => {
    setChanging(false);
    onGiven();
  };
  if (owed.account && !isChanging)
    return (
      <>
        <p>{words.given(owed.account.bankCode, owed.account.maskedAccount)}</p>
        <Button kind="quiet" onClick={() => setChanging(true)}>
          {words.change}
        </Button>
      </>
    );
  if (owed.accountGiven && !owed.account) return <p>{words.givenByOther}</p>;
  if (!owed.mayGiveAccount) return <p>{words.otherIsAsked}</p>;
  return (
    <AccountForm owed={owed} onGiven={given} {...(isChanging && { onCancel: () => setChanging(false) })} />
  );
}

function AccountForm({ owed, onGiven, onCancel }: { owed: Owed; onGiven(): void; onCancel?(): void }) {
  const words = useCatalogue(owedBackWords);
  const mutate = useMutate();
  const [bankCode, setBankCode] = useState("");
  const [account, setAccount] = useState("");
  const [isShown, show] = useState(false);
  const isBankRight = /^\d{3}$/.test(digitsOf(bankCode));
  const isAccountRight = /^\d{6,16}$/.test(digitsOf(account));
  const act = useAct(async () => {
    await mutate(SetRefundAccountDocument, { input: { caseId: owed.id, bankCode, account } });
    onGiven();
  });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        show(true);
        if (isBankRight && isAccountRight) void act.run();
      }}
    >
      <p>{words.ask}</p>
      <Field
        label={words.bankCode}
        hint={words.bankHint}
        inputMode="numeric"
        autoComplete="off"
        value={bankCode}
        onChange={({ target }) => setBankCode(target.value)}
        problem={isShown && !isBankRight ? words.bankWrong : undefined}
      />
      <Field
        label={words.account}
        hint={words.accountHint}
        inputMode="numeric"
        autoComplete="off"
        value={account}
        onChange={({ target }) => setAccount(target.value)}
        problem={isShown && !isAccountRight ? words.accountWrong : undefined}
      />
      <FailureAlert failure={act.failure} />
      <div className="row">
        <Button type="submit" isBusy={act.isRunning}>
          {words.give}
        </Button>
        {onCancel && (
          <Button kind="quiet" onClick={onCancel}>
            {words.cancel}
          </Button>
        )}
      </div>
    </form>
  );
}

/** As the graph reads what is copied from a passbook. */
function digitsOf(text: string): string {
  return text.normalize("NFKC").replace(/[\s-]/g, "");
}
