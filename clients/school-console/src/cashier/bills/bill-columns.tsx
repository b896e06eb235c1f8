import { formatDayInTable } from "@campus-graph/ui/format/dates";
import { formatAccountNumber, formatMoney } from "@campus-graph/ui/format/money";
import type { Column } from "@campus-graph/ui/table/virtual-table";
import type { Language } from "@campus-graph/ui/words/catalogue";
import { Link } from "wouter";
import type { cashierWords } from "../../words/cashier";
import type { StudentIndex } from "../students/student-index";
import { Status } from "./status";
import type { ListedBill } from "./use-bills";

type Words = (typeof cashierWords)["en"];

/** The list's columns. Who has left the school is known by the masked name alone. */
export function billColumns(
  words: Words,
  language: Language,
  students: StudentIndex | undefined,
): readonly Column<ListedBill>[] {
  const { columns } = words;
  return [
    { key: "status", head: columns.status, className: "w-state", cell: (bill) => <Status bill={bill} /> },
    {
      key: "seat",
      head: columns.seat,
      className: "w-seat",
      cell: ({ student }) => seatOf(student.id, students) || (students ? words.left : ""),
    },
    {
      key: "student",
      head: columns.student,
      className: "w-name",
      cell: ({ id, student }) => (
        <Link href={`/cashier/bills/${id}`}>
          {students?.byId.get(student.id)?.name ?? student.maskedName}
        </Link>
      ),
    },
    { key: "title", head: columns.title, cell: ({ title }) => <span title={title}>{title}</span> },
    {
      key: "amount",
      head: columns.amount,
      className: "w-money number",
      cell: ({ amount }) => formatMoney(amount),
    },
    {
      key: "due",
      head: columns.due,
      className: "w-day number",
      cell: ({ dueDate }) => formatDayInTable(dueDate, language),
    },
    {
      key: "number",
      head: columns.number,
      className: "w-account number",
      cell: ({ accountNumber }) => formatAccountNumber(accountNumber),
    },
    {
      key: "paid",
      head: columns.paidOn,
      className: "w-day number",
      cell: ({ paidAt }) => (paidAt ? formatDayInTable(paidAt, language) : ""),
    },
  ];
}

/** 二年一班 12; empty where the student is in no class. */
export function seatOf(studentId: string, students: StudentIndex | undefined): string {
  const student = students?.byId.get(studentId);
  return student ? `${student.className} ${student.seatNumber ?? ""}`.trim() : "";
}
