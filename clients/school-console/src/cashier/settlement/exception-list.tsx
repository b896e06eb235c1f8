import {
  type Remedy,
  ResolveExceptionDocument,
  type SettlementExceptionsQuery,
} from "@campus-graph/clients/generated/operations";
import { Button } from "@campus-graph/ui/components/button";
import { Field } from "@campus-graph/ui/components/field";
import { FailureAlert } from "@campus-graph/ui/components/loaded";
import { formatAccountNumber, formatMoney } from "@campus-graph/ui/format/money";
import { useConnection } from "@campus-graph/ui/graph/graph-provider";
import { useAct } from "@campus-graph/ui/graph/use-act";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { useState } from "react";
import { settlementWords } from "../../words/settlement";

type Exception = SettlementExceptionsQuery["settlementExceptions"]["edges"][number]["node"];

/** What does not fit, each with what can be done about it. */
export function ExceptionList({
  exceptions,
  onChanged,
}: {
  exceptions: readonly Exception[];
  onChanged(): void;
}) {
  const words = useCatalogue(settlementWords);
  return (
    <ul className="exceptions">
      {exceptions.map((exception) => (
        <li key={exception.id} className="paper">
          <p>
            <span className="state">{words.kinds[exception.kind] ?? exception.kind}</span>{" "}
            <strong>{formatMoney(exception.amount)}</strong>{" "}
            <span className="account-number">
              {/^\d{16}$/.test(exception.accountNumber ?? "")
                ? formatAccountNumber(exception.accountNumber!)
                : exception.accountNumber}
            </span>{" "}
            <small>
              {[
                exception.line > 0 ? words.line(exception.line) : words.noLine,
                exception.transactionNumber,
                exception.difference !== 0 && words.difference(formatMoney(exception.difference)),
                exception.suspended && words.suspended,
                exception.resolvedAt && words.resolved,
              ]
                .filter(Boolean)
                .join(" · ")}
            </small>
          </p>
          <p className="hint">{words.means[exception.kind]}</p>
          {exception.note && (
            <p>
              {exception.remedy && (words.did[exception.remedy] ?? exception.remedy)}「{exception.note}」
            </p>
          )}
          {exception.remedies.length > 0 && <Resolve exception={exception} onChanged={onChanged} />}
        </li>
      ))}
    </ul>
  );
}

function Resolve({ exception, onChanged }: { exception: Exception; onChanged(): void }) {
  const words = useCatalogue(settlementWords);
  const connection = useConnection();
  const [remedy, choose] = useState<Remedy>();
  const [note, setNote] = useState(exception.note ?? "");
  const [number, setNumber] = useState("");
  const [isShown, show] = useState(false);
  const isNumber = remedy !== "APPLY" || /^\d{16}$/.test(number.normalize("NFKC").replace(/[\s-]/g, ""));
  const act = useAct(async (chosen: Remedy) => {
    const input = {
      id: exception.id,
      remedy: chosen,
      note,
      ...(chosen === "APPLY" && { accountNumber: number }),
    };
    await connection.mutate(ResolveExceptionDocument, { input });
    choose(undefined);
    onChanged();
  });
  if (!remedy)
    return (
      <div className="row">
        {exception.remedies.map((each) => (
          <Button key={each} kind="quiet" onClick={() => choose(each)}>
            {words.remedies[each] ?? each}
          </Button>
        ))}
      </div>
    );
  return (
    <form
      className="change-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        show(true);
        if (note.trim() !== "" && isNumber) void act.run(remedy);
      }}
    >
      {remedy === "APPLY" && (
        <Field
          label={words.number}
          hint={words.numberHint}
          inputMode="numeric"
          className="number"
          value={number}
          onChange={({ target }) => setNumber(target.value)}
          problem={isShown && !isNumber ? words.numberMissing : undefined}
        />
      )}
      <Field
        label={words.note}
        hint={words.noteHint}
        value={note}
        maxLength={200}
        onChange={({ target }) => setNote(target.value)}
        problem={isShown && note.trim() === "" ? words.noteMissing : undefined}
      />
      <FailureAlert failure={act.failure} />
      <div className="row">
        <Button type="submit" isBusy={act.isRunning}>
          {words.remedies[remedy]}
        </Button>
        <Button kind="quiet" onClick={() => choose(undefined)}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}
