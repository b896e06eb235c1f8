import { LedgerBalancesDocument, type LedgerBalancesQuery } from "@campus-graph/clients/generated/operations";
import { Loaded } from "@campus-graph/ui/components/loaded";
import { Page } from "@campus-graph/ui/components/page";
import { formatMoney } from "@campus-graph/ui/format/money";
import { useUncached } from "@campus-graph/ui/graph/use-uncached";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { bookWords } from "../../words/books";
import { cashierWords } from "../../words/cashier";
import { shellWords } from "../../words/shell";
import { useCashiersSchool } from "../school";

const everyMs = 20_000;
const collectedBy = "COLLECTED_";

type Balance = LedgerBalancesQuery["ledgerBalances"][number];

/** The school's books, account by account. */
export function BooksPage() {
  const { app } = useCatalogue(shellWords);
  const words = useCatalogue(bookWords);
  const { code } = useCashiersSchool();
  const read = useUncached(LedgerBalancesDocument, { schoolCode: code }, { everyMs });
  return (
    <Page title={words.title} app={app}>
      <p>{words.lead}</p>
      <Loaded of={read}>
        {({ ledgerBalances }) =>
          ledgerBalances.length === 0 ? (
            <div className="empty">
              <p>{words.nothing}</p>
            </div>
          ) : (
            <BalanceTable balances={ledgerBalances} />
          )
        }
      </Loaded>
    </Page>
  );
}

function BalanceTable({ balances }: { balances: readonly Balance[] }) {
  const words = useCatalogue(bookWords);
  const total = (side: "debits" | "credits") => balances.reduce((sum, each) => sum + each[side], 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is reached by the keyboard.
    <section className="wide-table" aria-label={words.title} tabIndex={0}>
      <table className="plain">
        <caption className="visually-hidden">{words.title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.account}</th>
            <th scope="col" className="number">
              {words.debits}
            </th>
            <th scope="col" className="number">
              {words.credits}
            </th>
            <th scope="col" className="number">
              {words.balance}
            </th>
          </tr>
        </thead>
        <tbody>
          {balances.map(({ account, debits, credits }) => (
            <tr key={account}>
              <th scope="row">
                <AccountName account={account} />
              </th>
              <td className="number">{formatMoney(debits)}</td>
              <td className="number">{formatMoney(credits)}</td>
              <td className="number">{formatMoney(debits - credits)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.total}</th>
            <td className="number">{formatMoney(total("debits"))}</td>
            <td className="number">{formatMoney(total("credits"))}</td>
            <td className="number">{formatMoney(total("debits") - total("credits"))}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

function AccountName({ account }: { account: string }) {
  const words = useCatalogue(bookWords);
  const { channels } = useCatalogue(cashierWords);
  if (account.startsWith(collectedBy)) {
    const channel = account.slice(collectedBy.length) as keyof typeof channels;
    return (
      <>
        {words.collected(channels[channel] ?? channel)} <small>{words.collectedMeans}</small>
      </>
    );
  }
  const [name, means] = words.accounts[account] ?? [account, ""];
  return (
    <>
      {name} <small>{means}</small>
    </>
  );
}
