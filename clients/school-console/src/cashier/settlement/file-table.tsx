import type { SettlementFilesQuery } from "@campus-graph/clients/generated/operations";
import { formatDayInTable } from "@campus-graph/ui/format/dates";
import { formatMoney } from "@campus-graph/ui/format/money";
import { useCatalogue, useLanguage } from "@campus-graph/ui/words/language";
import { settlementWords } from "../../words/settlement";

type File = SettlementFilesQuery["settlementFiles"]["edges"][number]["node"];

const sums = ["bank", "ledger", "bills", "differing", "suspense", "givenBack"] as const;

/** What each file comes to: for the bank, in the books, and on bills. */
export function FileTable({ files }: { files: readonly File[] }) {
  const words = useCatalogue(settlementWords);
  const { language } = useLanguage();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is reached by the keyboard.
    <div className="wide-table" tabIndex={0}>
      <table className="plain">
        <caption className="visually-hidden">{words.files}</caption>
        <thead>
          <tr>
            <th scope="col">{words.columns.file}</th>
            {(["lines", ...sums, "open"] as const).map((column) => (
              <th key={column} scope="col" className="number">
                {words.columns[column]}
              </th>
            ))}
            <th scope="col">{words.show}</th>
          </tr>
        </thead>
        <tbody>
          {files.map(({ id, partnerId, day, number, lines, completedAt, totals }) => (
            <tr key={id}>
              <th scope="row">
                {partnerId} {formatDayInTable(day, language)} #{number}
              </th>
              <td className="number">{lines.toLocaleString("en")}</td>
              {sums.map((sum) => (
                <td key={sum} className="number">
                  {formatMoney(totals[sum])}
                </td>
              ))}
              <td className="number">{totals.openExceptions}</td>
              <td>
                <span className="state">{completedAt ? verdictOf(totals, words) : words.unfinished}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function verdictOf(
  { bank, ledger, bills, differing, suspense, givenBack }: File["totals"],
  words: { agrees: string; differs: string },
): string {
  const agrees = bank === ledger && ledger === bills + differing + suspense + givenBack;
  return agrees ? words.agrees : words.differs;
}
