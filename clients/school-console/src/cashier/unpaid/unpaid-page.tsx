import { BillTitlesDocument, ClassFiguresDocument } from "@campus-graph/clients/generated/operations";
import { Loaded } from "@campus-graph/ui/components/loaded";
import { Page } from "@campus-graph/ui/components/page";
import { Select } from "@campus-graph/ui/components/select";
import { useUncached } from "@campus-graph/ui/graph/use-uncached";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { useState } from "react";
import { cashierWords } from "../../words/cashier";
import { shellWords } from "../../words/shell";
import { BillTotals } from "../bills/bill-totals";
import { useCashiersSchool } from "../school";
import { Channels } from "./channels";
import { ClassTable } from "./class-table";

const everyMs = 20_000;

/** What each class has paid and still owes; every figure is the graph's. */
export function UnpaidPage() {
  const { app } = useCatalogue(shellWords);
  const words = useCatalogue(cashierWords);
  const { code } = useCashiersSchool();
  const [title, chooseTitle] = useState("");
  const titles = useUncached(BillTitlesDocument, { input: { schoolCode: code, by: "TITLE" } });
  const narrowed = { schoolCode: code, ...(title && { filter: { title } }) };
  const figures = useUncached(
    ClassFiguresDocument,
    {
      byClass: { ...narrowed, by: "CLASS" },
      byChannel: { ...narrowed, by: "CHANNEL" },
      all: { ...narrowed, by: "SCHOOL" },
    },
    { everyMs },
  );
  return (
    <Page title={words.tabs.unpaid} app={app}>
      <div className="filter-fields">
        <Select
          label={words.billing}
          value={title}
          options={[
            { value: "", label: words.allBillings },
            ...(titles.data?.figures ?? []).map(({ key }) => ({ value: key, label: key })),
          ]}
          onChoose={chooseTitle}
        />
      </div>
      <Loaded of={figures}>
        {({ all: [all], byClass, byChannel }) =>
          all ? (
            <>
              <BillTotals show="ALL" figure={all} count={all.bills} />
              <ClassTable figures={byClass} title={title} />
              <Channels figures={byChannel} />
            </>
          ) : (
            <div className="empty">
              <p>{words.nothing}</p>
            </div>
          )
        }
      </Loaded>
    </Page>
  );
}
