import { OrderPayoutsDocument } from "@campus-graph/clients/generated/operations";
import { Button } from "@campus-graph/ui/components/button";
import { FailureAlert } from "@campus-graph/ui/components/loaded";
import { csvOf } from "@campus-graph/ui/export/csv";
import { download } from "@campus-graph/ui/export/download";
import { taipeiDayOf } from "@campus-graph/ui/format/dates";
import { useConnection } from "@campus-graph/ui/graph/graph-provider";
import { useWithSecondFactor } from "@campus-graph/ui/graph/second-factor";
import { useAct } from "@campus-graph/ui/graph/use-act";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { useState } from "react";
import { caseWords } from "../../words/cases";
import { useCashiersSchool } from "../school";

/** What the bank is to pay, with the accounts in full: a file, and nothing on the screen. */
export function OrderPayouts() {
  const words = useCatalogue(caseWords);
  const { code } = useCashiersSchool();
  const connection = useConnection();
  const withSecondFactor = useWithSecondFactor();
  const [count, setCount] = useState<number>();
  const act = useAct(async () => {
    const { orderPayouts } = await withSecondFactor(() =>
      connection.mutate(OrderPayoutsDocument, { schoolCode: code }),
    );
    setCount(orderPayouts.length);
    if (orderPayouts.length === 0) return;
    const { reference, bank, account, amount } = words.orderColumns;
    const rows = orderPayouts.map((each) => [each.refundId, each.bankCode, each.account, each.amount]);
    download(
      `${code}-refunds-${taipeiDayOf(new Date().toISOString())}.csv`,
      csvOf([[reference, bank, account, amount], ...rows]),
    );
  });
  return (
    <div className="take-along">
      <Button kind="quiet" isBusy={act.isRunning} onClick={() => void act.run()}>
        {words.order}
      </Button>
      <p className="hint">{words.orderHint}</p>
      <p role="status">{count !== undefined && (count === 0 ? words.orderNone : words.ordersMade(count))}</p>
      <FailureAlert failure={act.failure} />
    </div>
  );
}
