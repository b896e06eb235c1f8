import type { BillFilterInput } from "@campus-graph/clients/generated/operations";
import { Button } from "@campus-graph/ui/components/button";
import { Icon } from "@campus-graph/ui/components/icon";
import { FailureAlert } from "@campus-graph/ui/components/loaded";
import { csvOf } from "@campus-graph/ui/export/csv";
import { download } from "@campus-graph/ui/export/download";
import { taipeiDayOf } from "@campus-graph/ui/format/dates";
import { formatAccountNumber } from "@campus-graph/ui/format/money";
import { useConnection } from "@campus-graph/ui/graph/graph-provider";
import { useAct } from "@campus-graph/ui/graph/use-act";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { useState } from "react";
import { cashierWords } from "../../words/cashier";
import { useStudents } from "../students/students";
import { seatOf } from "./bill-columns";
import { type ListedBill, readAllBills } from "./use-bills";

/** The list as a file, whole, whatever of it has been scrolled to. */
export function DownloadBills({ schoolCode, filter }: { schoolCode: string; filter: BillFilterInput }) {
  const words = useCatalogue(cashierWords);
  const connection = useConnection();
  const students = useStudents();
  const [rows, setRows] = useState<number>();
  const { columns } = words;
  const line = (bill: ListedBill) => [
    bill.overdue ? words.overdue : (words.status[bill.status] ?? bill.status),
    seatOf(bill.student.id, students.data) || words.left,
    students.data?.byId.get(bill.student.id)?.name ?? bill.student.maskedName,
    bill.title,
    bill.amount,
    bill.dueDate,
    // In fours, since a spreadsheet would round sixteen digits.
    formatAccountNumber(bill.accountNumber),
    taipeiDayOf(bill.issuedAt),
    bill.paidAt ? taipeiDayOf(bill.paidAt) : "",
  ];
  const save = useAct(async () => {
    setRows(undefined);
    const bills = await readAllBills(connection, schoolCode, filter);
    const head = [
      columns.status,
      columns.seat,
      columns.student,
      columns.title,
      columns.amount,
      columns.due,
      columns.number,
      columns.issuedOn,
      columns.paidOn,
    ];
    download(
      `bills-${schoolCode}-${taipeiDayOf(new Date().toISOString())}.csv`,
      csvOf([head, ...bills.map(line)]),
    );
    setRows(bills.length);
  });
  return (
    <div className="take-along">
      <span role="status" className="hint">
        {save.isRunning ? words.csvRunning : rows !== undefined ? words.csvDone(rows) : ""}
      </span>
      <Button kind="quiet" isBusy={save.isRunning} onClick={() => void save.run()}>
        <Icon name="save" />
        {words.csv}
      </Button>
      <FailureAlert failure={save.failure} />
    </div>
  );
}
