import { Button } from "@campus-graph/ui/components/button";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { useId, useState } from "react";
import { useLocation } from "wouter";
import { type BillChange, changeBillWords } from "../../words/change-bill";
import { AmendForm } from "./amend-form";
import type { Bill } from "./bill-page";
import { VoidForm } from "./void-form";
import { WaiveForm } from "./waive-form";

const forms = { AMEND: AmendForm, WAIVE: WaiveForm, VOID: VoidForm } as const;
const changes: readonly BillChange[] = ["AMEND", "WAIVE", "VOID"];

/** What each of the three forms is given. */
export interface ChangeProps {
  bill: Bill;
  /** The bill that stands now. */
  onDone(billId: string): void;
  onCancel(): void;
}

/** What a cashier can do with a bill: one at a time, each with its reason. One that is paid can only be made smaller. */
export function ChangeBill({ bill, onChanged }: { bill: Bill; onChanged(): void }) {
  const words = useCatalogue(changeBillWords);
  const [, go] = useLocation();
  const [change, choose] = useState<BillChange>();
  const id = useId();
  const Form = change && forms[change];
  const done = (billId: string) => {
    choose(undefined);
    if (billId === bill.id) onChanged();
    else go(`/cashier/bills/${billId}`, { state: { changed: change } });
  };
  return (
    <section className="change-bill" aria-labelledby={id}>
      <h2 id={id}>{words.title}</h2>
      {change && Form ? (
        <>
          <h3>{words.changes[change]}</h3>
          <p>{bill.status === "PAID" ? words.paidLead : words.leads[change]}</p>
          {bill.claims.length > 0 && <p className="beside">{words.underWay}</p>}
          <Form bill={bill} onDone={done} onCancel={() => choose(undefined)} />
        </>
      ) : (
        <div className="row">
          {changes
            .filter((each) => bill.status !== "PAID" || each !== "VOID")
            .map((each) => (
              <Button key={each} kind="quiet" onClick={() => choose(each)}>
                {words.changes[each]}
              </Button>
            ))}
        </div>
      )}
    </section>
  );
}
