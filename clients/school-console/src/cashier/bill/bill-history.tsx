import type { CashierBillQuery } from "@campus-graph/clients/generated/operations";
import { formatMoment } from "@campus-graph/ui/format/dates";
import { formatMoney } from "@campus-graph/ui/format/money";
import { useCatalogue, useLanguage } from "@campus-graph/ui/words/language";
import { useId } from "react";
import { billWords } from "../../words/bill";
import { cashierWords } from "../../words/cashier";

type Entry = NonNullable<NonNullable<CashierBillQuery["bill"]>["history"]>[number];

/** What happened to a bill, from its issue on. */
export function BillHistory({ entries }: { entries: readonly Entry[] }) {
  const words = useCatalogue(billWords);
  const { language } = useLanguage();
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{words.history}</h2>
      <ol className="history">
        {entries.map((entry, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: entries are only ever added at the end.
          <li key={place} className={entry.kind.toLowerCase()}>
            <time dateTime={entry.at}>{formatMoment(entry.at, language)}</time>
            <p>
              <strong>{words.kinds[entry.kind] ?? entry.kind}</strong>
              <Details entry={entry} />
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** How, by whom and how much, as far as it is known. */
function Details({
  entry: { by, guardians, channel, amount, partner, transactionNumber, reason },
}: {
  entry: Entry;
}) {
  const words = useCatalogue(billWords);
  const { channels } = useCatalogue(cashierWords);
  const details = [
    by && words.issuedBy(by.displayName),
    guardians !== null && words.told(guardians),
    amount !== null && formatMoney(amount),
    channel && (channels[channel] ?? channel),
    partner && words.by(partner),
    reason && `「${reason}」`,
    transactionNumber && words.transaction(transactionNumber),
  ].filter((detail) => typeof detail === "string");
  return details.length > 0 && <span className="details"> {details.join(" · ")}</span>;
}
