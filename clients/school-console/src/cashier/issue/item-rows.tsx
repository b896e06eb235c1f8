import { Button } from "@campus-graph/ui/components/button";
import { Field } from "@campus-graph/ui/components/field";
import { Icon } from "@campus-graph/ui/components/icon";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { issueWords } from "../../words/issue";
import { amountOf, type DraftItem, isItemName } from "./draft";

const mostItems = 30;

/** A bill's lines. */
export function ItemRows({
  items,
  hasAmounts,
  isShown,
  onChange,
}: {
  items: readonly DraftItem[];
  hasAmounts: boolean;
  /** Whether what is wrong is shown. */
  isShown: boolean;
  onChange(items: DraftItem[]): void;
}) {
  const { what } = useCatalogue(issueWords);
  const set = (place: number, changes: Partial<DraftItem>) =>
    onChange(items.map((item, at) => (at === place ? { ...item, ...changes } : item)));
  return (
    <fieldset className="choices item-rows">
      <legend>{what.items}</legend>
      {items.map(({ name, amount }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no id of their own while they are written.
        <div key={place} className="item-row">
          <Field
            label={what.itemName}
            value={name}
            maxLength={40}
            onChange={({ target }) => set(place, { name: target.value })}
            problem={isShown && !isItemName(name) ? what.itemMissing : undefined}
          />
          {hasAmounts && (
            <Field
              label={what.amount}
              inputMode="numeric"
              className="number"
              value={amount}
              onChange={({ target }) => set(place, { amount: target.value })}
              problem={isShown && amountOf(amount) === undefined ? what.amountWrong : undefined}
            />
          )}
          {items.length > 1 && (
            <Button
              kind="plain"
              aria-label={what.remove(name || `${place + 1}`)}
              onClick={() => onChange(items.filter((_, at) => at !== place))}
            >
              <Icon name="bin" />
            </Button>
          )}
        </div>
      ))}
      {hasAmounts && items.length < mostItems && (
        <div>
          <Button kind="quiet" onClick={() => onChange([...items, { name: "", amount: "" }])}>
            {what.add}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
