import { useCatalogue } from "@campus-graph/ui/words/language";
import { useId } from "react";
import { issueWords } from "../../words/issue";
import type { Student } from "../students/student-index";
import { amountOf } from "./draft";

/** An amount for each student; Enter and the arrows go to the next one, as in a sheet. */
export function AmountsPerChild({
  students,
  amounts,
  isShown,
  onChange,
}: {
  students: readonly Student[];
  amounts: Readonly<Record<string, string>>;
  isShown: boolean;
  onChange(id: string, amount: string): void;
}) {
  const { what, check } = useCatalogue(issueWords);
  const hint = useId();
  return (
    <div className="rows-box">
      <p className="hint pad" id={hint}>
        {what.perChildHint}
      </p>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{check.columns.seat}</th>
            <th scope="col">{check.columns.student}</th>
            <th scope="col">{what.amount}</th>
          </tr>
        </thead>
        <tbody>
          {students.map(({ id, name, className, seatNumber }) => {
            const typed = amounts[id] ?? "";
            const isWrong = isShown && typed.trim() !== "" && amountOf(typed) === undefined;
            return (
              <tr key={id}>
                <td>
                  {className} {seatNumber}
                </td>
                <td>{name}</td>
                <td>
                  <input
                    aria-label={`${what.amount} ${name}`}
                    aria-describedby={hint}
                    aria-invalid={isWrong || undefined}
                    inputMode="numeric"
                    className="number"
                    value={typed}
                    onChange={({ target }) => onChange(id, target.value)}
                    onKeyDown={moveOn}
                  />
                  {isWrong && <p className="problem">{what.amountWrong}</p>}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function moveOn(event: React.KeyboardEvent<HTMLInputElement>): void {
  const step = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined || event.nativeEvent.isComposing) return;
  event.preventDefault();
  const inputs = [...event.currentTarget.closest("table")!.querySelectorAll("input")];
  inputs[inputs.indexOf(event.currentTarget) + step]?.focus();
}
