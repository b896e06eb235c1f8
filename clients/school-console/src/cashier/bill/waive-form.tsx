import { WaiveDocument } from "@campus-graph/clients/generated/operations";
import { Field } from "@campus-graph/ui/components/field";
import { Select } from "@campus-graph/ui/components/select";
import { formatMoney } from "@campus-graph/ui/format/money";
import { useAct, useMutate } from "@campus-graph/ui/graph/use-act";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { useState } from "react";
import { changeBillWords } from "../../words/change-bill";
import { amountOf } from "../issue/draft";
import type { ChangeProps } from "./change-bill";
import { ReasonPart } from "./reason-part";

/** Less is asked of one line. */
export function WaiveForm({ bill, onDone, onCancel }: ChangeProps) {
  const words = useCatalogue(changeBillWords);
  const mutate = useMutate();
  const lines = bill.items.filter(({ amount }) => amount > 0);
  const [itemName, setItemName] = useState(lines[0]?.name ?? "");
  const [typed, setTyped] = useState("");
  const isPaid = bill.status === "PAID";
  const asked = bill.amount - bill.reduced;
  const most = Math.min(asked, lines.find(({ name }) => name === itemName)?.amount ?? 0);
  const amount = amountOf(typed);
  const isRight = amount !== undefined && amount <= most;
  const act = useAct(async (reason: string) => {
    const input = { billId: bill.id, itemName, amount: amount ?? 0, reason };
    const { waive } = await mutate(WaiveDocument, { input });
    onDone(waive.id);
  });
  return (
    <ReasonPart change="WAIVE" act={act} isRight={isRight} onCancel={onCancel}>
      {(isShown) => (
        <>
          <Select
            label={words.item}
            value={itemName}
            options={lines.map(({ name, amount }) => ({
              value: name,
              label: `${name} ${formatMoney(amount)}`,
            }))}
            onChoose={setItemName}
          />
          <Field
            label={words.amount}
            inputMode="numeric"
            className="number"
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
            problem={(isShown || typed !== "") && !isRight ? words.amountWrong(formatMoney(most)) : undefined}
          />
          <p role="status">
            {isRight &&
              (isPaid ? words.owedBack(formatMoney(amount)) : words.newTotal(formatMoney(asked - amount)))}
          </p>
        </>
      )}
    </ReasonPart>
  );
}
