import { AmendBillDocument } from "@campus-graph/clients/generated/operations";
import { Field } from "@campus-graph/ui/components/field";
import { formatDay, taipeiDayOf } from "@campus-graph/ui/format/dates";
import { formatMoney } from "@campus-graph/ui/format/money";
import { useAct, useMutate } from "@campus-graph/ui/graph/use-act";
import { serverNow } from "@campus-graph/ui/session/session";
import { useCatalogue, useLanguage } from "@campus-graph/ui/words/language";
import { useState } from "react";
import { changeBillWords } from "../../words/change-bill";
import { amountOf, type DraftItem, dueDays, isItemName, sumOf } from "../issue/draft";
import { ItemRows } from "../issue/item-rows";
import type { ChangeProps } from "./change-bill";
import { ReasonPart } from "./reason-part";

/** Other lines, or another day. */
export function AmendForm({ bill, onDone, onCancel }: ChangeProps) {
  const words = useCatalogue(changeBillWords);
  const { language } = useLanguage();
  const mutate = useMutate();
  const written = bill.items
    .filter(({ amount }) => amount > 0)
    .map(({ name, amount }): DraftItem => ({ name, amount: String(amount) }));
  const [items, setItems] = useState(written);
  const [dueDate, setDueDate] = useState(bill.dueDate);
  const { first, last } = dueDays(taipeiDayOf(new Date(serverNow()).toISOString()));
  const areOthers = linesOf(items) !== linesOf(written);
  const isChanged = areOthers || dueDate !== bill.dueDate;
  const isPaid = bill.status === "PAID";
  const isDay = isPaid || (dueDate >= first && dueDate <= last);
  const sum = sumOf(items);
  const asked = bill.amount - bill.reduced;
  const isSmaller = !isPaid || (sum !== undefined && sum < asked);
  const isRight =
    isChanged && isDay && isSmaller && sum !== undefined && items.every(({ name }) => isItemName(name));
  const act = useAct(async (reason: string) => {
    const lines = items.map(({ name, amount }) => ({ name: name.trim(), amount: amountOf(amount) ?? 0 }));
    const input = {
      billId: bill.id,
      reason,
      ...(areOthers && { items: lines }),
      // Other lines of an overdue bill want a day that is still to come.
      ...(dueDate !== bill.dueDate && { dueDate }),
    };
    const { amendBill } = await mutate(AmendBillDocument, { input });
    onDone(amendBill.id);
  });
  return (
    <ReasonPart
      change="AMEND"
      act={act}
      isRight={isRight}
      does={isPaid ? words.reduce : undefined}
      onCancel={onCancel}
    >
      {(isShown) => (
        <>
          <ItemRows items={items} hasAmounts isShown={isShown} onChange={setItems} />
          {!isPaid && (
            <Field
              label={words.dueDate}
              type="date"
              min={first}
              max={last}
              value={dueDate}
              onChange={({ target }) => setDueDate(target.value)}
              problem={
                isDay ? undefined : words.dueWrong(formatDay(first, language), formatDay(last, language))
              }
            />
          )}
          {isShown && !isChanged && <p className="problem">{words.nothingChanged}</p>}
          {isShown && isChanged && !isSmaller && (
            <p className="problem">{words.notSmaller(formatMoney(asked))}</p>
          )}
          <p role="status">
            {sum !== undefined &&
              isChanged &&
              (isPaid
                ? isSmaller && words.owedBack(formatMoney(asked - sum))
                : words.newTotal(formatMoney(sum)))}
          </p>
        </>
      )}
    </ReasonPart>
  );
}

function linesOf(items: readonly DraftItem[]): string {
  return JSON.stringify(items.map(({ name, amount }) => [name.trim(), amountOf(amount)]));
}
