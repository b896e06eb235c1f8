import {
  CreditCaseDocument,
  HoldCaseDocument,
  ProposeRefundDocument,
} from "@campus-graph/clients/generated/operations";
import { Button } from "@campus-graph/ui/components/button";
import { Field } from "@campus-graph/ui/components/field";
import { FailureAlert } from "@campus-graph/ui/components/loaded";
import { Select } from "@campus-graph/ui/components/select";
import { formatMoney } from "@campus-graph/ui/format/money";
import { useConnection } from "@campus-graph/ui/graph/graph-provider";
import { useAct } from "@campus-graph/ui/graph/use-act";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { type ReactNode, useId, useState } from "react";
import { type CaseAct, caseWords } from "../../words/cases";
import { amountOf } from "../issue/draft";
import type { Case } from "./case-page";

interface FormProps {
  of: Case;
  onDone(): void;
  onCancel(): void;
}

const forms = { CREDIT: CreditForm, REFUND: RefundForm, HOLD: HoldForm } as const;

/** What is still open of a case: credited, paid back, or held. */
export function DecideCase({ of, onChanged }: { of: Case; onChanged(): void }) {
  const words = useCatalogue(caseWords);
  const [act, choose] = useState<CaseAct>();
  const id = useId();
  const Form = act && forms[act];
  const done = () => {
    choose(undefined);
    onChanged();
  };
  const acts: readonly CaseAct[] =
    of.creditableBills.length > 0 ? ["CREDIT", "REFUND", "HOLD"] : ["REFUND", "HOLD"];
  return (
    <section className="change-bill" aria-labelledby={id}>
      <h2 id={id}>{words.decide}</h2>
      {act && Form ? (
        <>
          <h3>{words.acts[act]}</h3>
          <p>{words.leads[act]}</p>
          <Form of={of} onDone={done} onCancel={() => choose(undefined)} />
        </>
      ) : (
        <div className="row">
          {acts.map((each) => (
            <Button key={each} kind="quiet" onClick={() => choose(each)}>
              {words.acts[each]}
            </Button>
          ))}
        </div>
      )}
    </section>
  );
}

function CreditForm({ of, onDone, onCancel }: FormProps) {
  const words = useCatalogue(caseWords);
  const connection = useConnection();
  const [billId, choose] = useState(of.creditableBills[0]?.id ?? "");
  return (
    <ActForm
      act="CREDIT"
      isRight={billId !== ""}
      onCancel={onCancel}
      send={async () => {
        await connection.mutate(CreditCaseDocument, { input: { caseId: of.id, billId } });
        onDone();
      }}
    >
      <Select
        label={words.bill}
        value={billId}
        options={of.creditableBills.map(({ id, title, amount }) => ({
          value: id,
          label: `${title} ${formatMoney(amount)}`,
        }))}
        onChoose={choose}
      />
    </ActForm>
  );
}

function RefundForm({ of, onDone, onCancel }: FormProps) {
  const words = useCatalogue(caseWords);
  const connection = useConnection();
  const [typed, type] = useState(String(of.open));
  const [reason, setReason] = useState("");
  const amount = amountOf(typed);
  const isAmountRight = amount !== undefined && amount <= of.open;
  const said = reason.trim();
  return (
    <ActForm
      act="REFUND"
      isRight={isAmountRight && said !== ""}
      onCancel={onCancel}
      send={async () => {
        const input = { caseId: of.id, amount: amount ?? 0, reason: said };
        await connection.mutate(ProposeRefundDocument, { input });
        onDone();
      }}
    >
      {(isShown: boolean) => (
        <>
          <Field
            label={words.amount}
            inputMode="numeric"
            className="number"
            value={typed}
            onChange={({ target }) => type(target.value)}
            problem={isAmountRight ? undefined : words.amountWrong(formatMoney(of.open))}
          />
          <Field
            label={words.reason}
            hint={words.reasonHint}
            value={reason}
            maxLength={200}
            onChange={({ target }) => setReason(target.value)}
            problem={isShown && said === "" ? words.reasonMissing : undefined}
          />
        </>
      )}
    </ActForm>
  );
}

function HoldForm({ of, onDone, onCancel }: FormProps) {
  const words = useCatalogue(caseWords);
  const connection = useConnection();
  const [note, setNote] = useState(of.holdNote ?? "");
  return (
    <ActForm
      act="HOLD"
      isRight={note.trim() !== ""}
      onCancel={onCancel}
      send={async () => {
        await connection.mutate(HoldCaseDocument, { input: { caseId: of.id, note } });
        onDone();
      }}
    >
      {(isShown: boolean) => (
        <Field
          label={words.note}
          hint={words.reasonHint}
          value={note}
          maxLength={200}
          onChange={({ target }) => setNote(target.value)}
          problem={isShown && note.trim() === "" ? words.reasonMissing : undefined}
        />
      )}
    </ActForm>
  );
}

function ActForm({
  act,
  isRight,
  send,
  onCancel,
  children,
}: {
  act: CaseAct;
  isRight: boolean;
  send(): Promise<void>;
  onCancel(): void;
  children: ReactNode | ((isShown: boolean) => ReactNode);
}) {
  const words = useCatalogue(caseWords);
  const [isShown, show] = useState(false);
  const running = useAct(send);
  return (
    <form
      className="change-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        show(true);
        if (isRight) void running.run();
      }}
    >
      {typeof children === "function" ? children(isShown) : children}
      <FailureAlert failure={running.failure} />
      <div className="row">
        <Button type="submit" isBusy={running.isRunning}>
          {words.does[act]}
        </Button>
        <Button kind="quiet" onClick={onCancel}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}
