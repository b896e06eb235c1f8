import { Field } from "@campus-graph/ui/components/field";
import { formatMoney } from "@campus-graph/ui/format/money";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { useState } from "react";
import { issueWords } from "../../words/issue";
import { AmountsPerChild } from "./amounts-per-child";
import { amountOf, chosenStudents, isItemName, isTitle, largestAmount, mostPerChild, sumOf } from "./draft";
import type { StepProps } from "./issue-page";
import { ItemRows } from "./item-rows";
import { StepForm } from "./step-form";

/** What: a title and its items, the same for all or an amount for each. */
export function WhatStep({ draft, index, change, go }: StepProps) {
  const { what } = useCatalogue(issueWords);
  const [isShown, show] = useState(false);
  const { title, items, isPerChild, amounts } = draft;
  const students = chosenStudents(draft, index);
  const mayDiffer = students.length <= mostPerChild;
  const sum = sumOf(items);
  const isTooMuch = sum !== undefined && sum > largestAmount;
  const written = students.filter(({ id }) => (amounts[id] ?? "").trim() !== "");
  const isRight =
    isTitle(title) &&
    (isPerChild
      ? isItemName(items[0]?.name ?? "") &&
        mayDiffer &&
        written.length > 0 &&
        written.every(({ id }) => amountOf(amounts[id] ?? "") !== undefined)
      : items.every(({ name }) => isItemName(name)) && sum !== undefined && !isTooMuch);
  return (
    <StepForm step="WHAT" onNext={() => (isRight ? go("WHEN") : show(true))} onBack={() => go("WHOM")}>
      <Field
        label={what.title}
        hint={what.titleHint}
        value={title}
        maxLength={60}
        onChange={({ target }) => change({ title: target.value })}
        problem={isShown && !isTitle(title) ? what.titleMissing : undefined}
      />
      <ItemRows
        items={isPerChild ? items.slice(0, 1) : items}
        hasAmounts={!isPerChild}
        isShown={isShown}
        onChange={(items) => change({ items })}
      />
      {!isPerChild && (
        <p className="lead" role="status">
          {sum !== undefined && what.sum(formatMoney(sum))}
        </p>
      )}
      <label className="check">
        <input
          type="checkbox"
          checked={isPerChild}
          disabled={!mayDiffer && !isPerChild}
          onChange={() => change({ isPerChild: !isPerChild })}
        />
        {what.perChild}
      </label>
      {!mayDiffer && <p className="hint">{what.perChildTooMany(mostPerChild)}</p>}
      {isPerChild && mayDiffer && (
        <AmountsPerChild
          students={students}
          amounts={amounts}
          isShown={isShown}
          onChange={(id, amount) => change({ amounts: { ...amounts, [id]: amount } })}
        />
      )}
      <div role="alert">
        {isShown && !isPerChild && isTooMuch && <p className="problem">{what.tooMuch}</p>}
        {isShown && isPerChild && written.length === 0 && <p className="problem">{what.perChildNone}</p>}
      </div>
    </StepForm>
  );
}
