import type { BillStatus, Channel } from "@campus-graph/clients/generated/operations";
import type { Catalogue } from "@campus-graph/ui/words/catalogue.js";

/** The states that a list is narrowed to; overdue is derived. */
export type Show = "ALL" | "UNPAID" | "OVERDUE" | "PAID" | "VOIDED" | "SUPERSEDED" | "WAIVED";

/** What the cashier's lists say. */
interface CashierWords {
  school: string;
  tabs: {
    label: string;
    bills: string;
    issue: string;
    unpaid: string;
    cases: string;
    settlement: string;
    books: string;
  };
  show: string;
  shows: Record<Show, string>;
  status: Record<BillStatus, string>;
  overdue: string;
  find: string;
  findHint: string;
  findNobody: string;
  findDigits(digits: number): string;
  findMany(most: number): string;
  schoolClass: string;
  allClasses: string;
  left: string;
  billing: string;
  allBillings: string;
  columns: {
    status: string;
    student: string;
    seat: string;
    title: string;
    amount: string;
    due: string;
    number: string;
    paidOn: string;
    issuedOn: string;
  };
  totals: {
    label: string;
    bills(count: number): string;
    billed: string;
    paid: string;
    open: string;
    overdue: string;
  };
  nothing: string;
  nothingHint: string;
  clear: string;
  news: string;
  readAnew: string;
  csv: string;
  csvRunning: string;
  csvDone(rows: number): string;
  channels: Record<Channel, string>;
}

export const cashierWords: Catalogue<CashierWords> = {
  "zh-TW": {
    school: "學校",
    tabs: {
      label: "出納組的工作",
      bills: "繳費單",
      issue: "開立繳費單",
      unpaid: "各班收費情形",
      cases: "待處理款項",
      settlement: "銀行對帳",
      books: "帳冊",
    },
    show: "狀態",
    shows: {
      ALL: "全部",
      UNPAID: "待繳費",
      OVERDUE: "已逾期",
      PAID: "已繳費",
      VOIDED: "已作廢",
      SUPERSEDED: "已換新單",
      WAIVED: "已減免",
    },
    status: { UNPAID: "待繳費", PAID: "已繳費", VOIDED: "已作廢", SUPERSEDED: "已換新單", WAIVED: "已減免" },
    overdue: "已逾期",
    find: "找學生或繳款帳號",
    findHint: "姓名、學號、班級座號，或 16 碼繳款帳號（可含空格）",
    findNobody: "沒有這樣的學生或繳款帳號",
    findDigits: (digits) => `繳款帳號共 16 碼，目前 ${digits} 碼`,
    findMany: (most) => `符合的學生超過 ${most} 位，只列出前 ${most} 位的繳費單`,
    schoolClass: "班級",
    allClasses: "全部班級",
    left: "已離校",
    billing: "名稱",
    allBillings: "全部名稱",
    columns: {
      status: "狀態",
      student: "學生",
      seat: "班級座號",
      title: "名稱",
      amount: "金額",
      due: "繳費期限",
      number: "繳款帳號",
      paidOn: "繳費日",
      issuedOn: "開立日",
    },
    totals: {
      label: "合計",
      bills: (count) => `${count.toLocaleString("en")} 張`,
      billed: "應收",
      paid: "已收",
      open: "未收",
      overdue: "其中逾期",
    },
    nothing: "沒有符合的繳費單",
    nothingHint: "請放寬條件，或開立新的繳費單。",
    clear: "清除條件",
    news: "繳費單有新的變動",
    readAnew: "重新讀取",
    csv: "下載清單（CSV）",
    csvRunning: "準備清單中…",
    csvDone: (rows) => `已下載 ${rows.toLocaleString("en")} 列`,
    channels: {
      EASY_WALLET: "悠遊付",
      PAY_TAIPEI: "PayTaipei",
      CREDIT_CARD: "信用卡",
      ATM: "ATM",
      CONVENIENCE_STORE: "超商代繳",
    },
  },
  en: {
    school: "School",
    tabs: {
      label: "The cashier’s work",
      bills: "Bills",
      issue: "Issue bills",
      unpaid: "By class",
      cases: "Money that waits",
      settlement: "Settlement",
      books: "Books",
    },
    show: "State",
    shows: {
      ALL: "All",
      UNPAID: "Unpaid",
      OVERDUE: "Overdue",
      PAID: "Paid",
      VOIDED: "Voided",
      SUPERSEDED: "Replaced",
      WAIVED: "Waived",
    },
    status: { UNPAID: "Unpaid", PAID: "Paid", VOIDED: "Voided", SUPERSEDED: "Replaced", WAIVED: "Waived" },
    overdue: "Overdue",
    find: "Find a student or an account number",
    findHint: "Name, student number, class and seat, or 16 digits, blanks allowed",
    findNobody: "No such student or account number",
    findDigits: (digits) => `An account number has 16 digits; so far ${digits}`,
    findMany: (most) => `More than ${most} students match; the bills of the first ${most} are listed`,
    schoolClass: "Class",
    allClasses: "All classes",
    left: "Left the school",
    billing: "Title",
    allBillings: "All titles",
    columns: {
      status: "State",
      student: "Student",
      seat: "Class, seat",
      title: "Title",
      amount: "Amount",
      due: "Due",
      number: "Account number",
      paidOn: "Paid on",
      issuedOn: "Issued on",
    },
    totals: {
      label: "Totals",
      bills: (count) => (count === 1 ? "1 bill" : `${count.toLocaleString("en")} bills`),
      billed: "Billed",
      paid: "Paid",
      open: "Open",
      overdue: "Overdue",
    },
    nothing: "No such bills",
    nothingHint: "Widen the filters, or issue new bills.",
    clear: "Clear the filters",
    news: "Something has changed in these bills",
    readAnew: "Read anew",
    csv: "Download the list (CSV)",
    csvRunning: "Preparing the list…",
    csvDone: (rows) => (rows === 1 ? "1 row downloaded" : `${rows.toLocaleString("en")} rows downloaded`),
    channels: {
      EASY_WALLET: "EasyWallet",
      PAY_TAIPEI: "PayTaipei",
      CREDIT_CARD: "Credit card",
      ATM: "ATM",
      CONVENIENCE_STORE: "Convenience store",
    },
  },
};
