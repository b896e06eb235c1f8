import { BillFiguresDocument } from "@campus-graph/clients/generated/operations";
import { Button, ButtonLink } from "@campus-graph/ui/components/button";
import { FailureAlert, Loaded } from "@campus-graph/ui/components/loaded";
import { Page } from "@campus-graph/ui/components/page";
import { useUncached } from "@campus-graph/ui/graph/use-uncached";
import { VirtualTable } from "@campus-graph/ui/table/virtual-table";
import { useCatalogue, useLanguage } from "@campus-graph/ui/words/language";
import { useMemo } from "react";
import { useLocation, useSearch } from "wouter";
import { cashierWords } from "../../words/cashier";
import { shellWords } from "../../words/shell";
import { useCashiersSchool } from "../school";
import { useStudents } from "../students/students";
import { billColumns } from "./bill-columns";
import { BillFilters } from "./bill-filters";
import { BillTotals } from "./bill-totals";
import { countOf } from "./count-of";
import { DownloadBills } from "./download-bills";
import { addressOf, filterWithoutState, readNarrowing, stateOf, understand } from "./filter";
import { useFind } from "./find";
import { useBills } from "./use-bills";
import { useNews } from "./use-news";

/** How often the figures are asked for anew, while somebody looks. */
const figuresEveryMs = 20_000;

/** All bills of the school: found, counted and summed by the graph. */
export function BillsPage() {
  const { app } = useCatalogue(shellWords);
  const words = useCatalogue(cashierWords);
  const { language } = useLanguage();
  const { code } = useCashiersSchool();
  const students = useStudents();
  const narrowing = readNarrowing(useSearch());
  const [, go] = useLocation();
  const [typed, type] = useFind();
  const found = useMemo(() => understand(typed, students.data), [typed, students.data]);
  const base = filterWithoutState(narrowing, found);
  const filter = { ...base, ...stateOf(narrowing.show) };
  const figures = useUncached(
    BillFiguresDocument,
    {
      all: { schoolCode: code, by: "SCHOOL", filter: base },
      byStatus: { schoolCode: code, by: "STATUS", filter: base },
    },
    { everyMs: figuresEveryMs },
  );
  const bills = useBills(code, filter);
  const { data } = figures;
  const isCurrent = bills.readFor === JSON.stringify(filter);
  const all = data && (data.all[0] ?? null);
  const count = data && countOf(narrowing.show, data);
  const news = useNews(data, JSON.stringify(base));
  const columns = useMemo(
    () => billColumns(words, language, students.data),
    [words, language, students.data],
  );
  const readAnew = () => {
    news.read();
    bills.again();
  };
  const clear = () => {
    type("");
    go("/cashier/bills", { replace: true });
  };
  return (
    <Page title={words.tabs.bills} app={app}>
      <BillFilters
        narrowing={narrowing}
        found={found}
        typed={typed}
        figures={data}
        onType={type}
        onNarrow={(next) => go(addressOf(next), { replace: true })}
      />
      <div className="list-head">
        <BillTotals show={narrowing.show} figure={all} count={count} />
        <DownloadBills schoolCode={code} filter={filter} />
      </div>
      {news.isThere && (
        <div className="beside slim" role="status">
          <p>{words.news}</p>
          <Button kind="quiet" onClick={readAnew}>
            {words.readAnew}
          </Button>
        </div>
      )}
      <Loaded of={bills}>
        {(rows) =>
          rows.length === 0 && !bills.isFetching ? (
            <div className="empty">
              <p>{words.nothing}</p>
              <p className="hint">{words.nothingHint}</p>
              <div className="row">
                <Button kind="quiet" onClick={clear}>
                  {words.clear}
                </Button>
                <ButtonLink to="/cashier/issue">{words.tabs.issue}</ButtonLink>
              </div>
            </div>
          ) : (
            <VirtualTable
              key={bills.readFor}
              label={words.tabs.bills}
              className="bills-box"
              columns={columns}
              rows={rows}
              count={isCurrent && !bills.isWhole ? Math.max(rows.length, count ?? 0) : rows.length}
              keyOf={({ id }) => id}
              onNear={bills.near}
            />
          )
        }
      </Loaded>
      <FailureAlert failure={students.failure} />
    </Page>
  );
}
