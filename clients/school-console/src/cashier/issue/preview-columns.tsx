import { formatMoney } from "@campus-graph/ui/format/money";
import type { Column } from "@campus-graph/ui/table/virtual-table";
import type { issueWords } from "../../words/issue";
import { seatOf } from "../bills/bill-columns";
import type { StudentIndex } from "../students/student-index";
import type { PreviewRow } from "./use-preview";

export function previewColumns(
  { columns, warnings }: (typeof issueWords)["en"]["check"],
  index: StudentIndex,
): readonly Column<PreviewRow>[] {
  return [
    {
      key: "seat",
      head: columns.seat,
      className: "w-seat",
      cell: ({ student }) => seatOf(student.id, index),
    },
    {
      key: "student",
      head: columns.student,
      className: "w-name",
      cell: ({ student }) => index.byId.get(student.id)?.name ?? student.maskedName,
    },
    {
      key: "amount",
      head: columns.amount,
      className: "w-money number",
      cell: ({ amount }) => formatMoney(amount),
    },
    {
      key: "odd",
      head: columns.odd,
      cell: (row) => row.warnings.map(({ code, message }) => warnings[code] ?? message).join("；"),
    },
  ];
}
