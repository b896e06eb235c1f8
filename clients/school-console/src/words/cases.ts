import type { RefundState } from "@campus-graph/clients/generated/operations";
import type { Catalogue } from "@campus-graph/ui/words/catalogue.js";

/** What can be decided about money that waits. */
export type CaseAct = "CREDIT" | "REFUND" | "HOLD";

/** What the list of money that waits says, and one of its cases. */
interface CaseWords {
  title: string;
  lead: string;
  show: string;
  shows: Record<"OPEN" | "CLOSED" | "ALL", string>;
  columns: { student: string; bill: string; amount: string; open: string; reason: string; since: string };
  reasons: Record<"OVERPAYMENT" | "UNAPPLIED", string>;
  waits: {
    approval: string;
    mine: string;
    account: string;
    bank: string;
    held: string;
    closed: string;
    open: string;
  };
  nothing: string;
  more: string;
  notFound: string;
  all: string;
  money: string;
  came(amount: string, channel: string, day: string): string;
  partner(name: string, number: string): string;
  opening(reason: string): string;
  open: string;
  held(note: string): string;
  account: string;
  noAccount: string;
  toAccount(bank: string, account: string): string;
  refunds: string;
  states: Record<RefundState, string>;
  by(who: string): string;
  rejected(reason: string): string;
  ordered: string;
  decide: string;
  acts: Record<CaseAct, string>;
  leads: Record<CaseAct, string>;
  does: Record<CaseAct, string>;
  bill: string;
  amount: string;
  amountWrong(most: string): string;
  reason: string;
  reasonHint: string;
  reasonMissing: string;
  note: string;
  cancel: string;
  approve: string;
  own: string;
  reject: string;
  takeBack: string;
  order: string;
  orderHint: string;
  orderNone: string;
  ordersMade(count: number): string;
  orderColumns: { reference: string; bank: string; account: string; amount: string };
}

export const caseWords: Catalogue<CaseWords> = {
  "zh-TW": {
    title: "待處理款項",
    lead: "重複繳費、以舊帳號繳的款，以及繳清後調降的差額：可抵繳、退費或暫時保留。",
    show: "狀態",
    shows: { OPEN: "待處理", CLOSED: "已結案", ALL: "全部" },
    columns: {
      student: "學生",
      bill: "繳費單",
      amount: "金額",
      open: "未決定",
      reason: "原因",
      since: "發生日",
    },
    reasons: { OVERPAYMENT: "應退還", UNAPPLIED: "待認定" },
    waits: {
      approval: "等另一位核准",
      mine: "等您核准",
      account: "等家長提供帳戶",
      bank: "等銀行付款",
      held: "暫時保留",
      closed: "已結案",
      open: "待決定",
    },
    nothing: "沒有這樣的款項",
    more: "顯示更多",
    notFound: "沒有這筆款項，或不屬於貴校。",
    all: "所有待處理款項",
    money: "這筆款項",
    came: (amount, channel, day) => `${day} 以「${channel}」繳入 ${amount}`,
    partner: (name, number) => `由 ${name} 通知，交易序號 ${number}`,
    opening: (reason) => `繳清後調降：「${reason}」`,
    open: "尚未決定",
    held: (note) => `暫時保留：「${note}」`,
    account: "退費帳戶",
    noAccount: "家長尚未提供；核准後仍會等候。",
    toAccount: (bank, account) => `銀行 ${bank}，帳號 ${account}`,
    refunds: "已做的決定",
    states: {
      PROPOSED: "已提出，待另一位核准",
      APPROVED: "已核准，待銀行付款",
      REJECTED: "不退",
      CREDITED: "抵繳",
      PAID_OUT: "已退費",
    },
    by: (who) => `由 ${who}`,
    rejected: (reason) => `「${reason}」`,
    ordered: "已交付銀行",
    decide: "處理這筆款項",
    acts: { CREDIT: "抵繳另一張", REFUND: "退費", HOLD: "暫時保留" },
    leads: {
      CREDIT: "用這筆款項繳清同一位學生的另一張繳費單，剩下的繼續保留。",
      REFUND: "您提出後，由另一位出納人員核准；款項退到家長提供的帳戶。",
      HOLD: "先不處理，留下說明給同事看。",
    },
    does: { CREDIT: "抵繳", REFUND: "提出退費", HOLD: "保留" },
    bill: "要抵繳的繳費單",
    amount: "退費金額（元）",
    amountWrong: (most) => `請填 1 至 ${most} 之間的整數`,
    reason: "原因",
    reasonHint: "只有出納人員會看到",
    reasonMissing: "請填寫",
    note: "說明",
    cancel: "先不處理",
    approve: "核准退費",
    own: "您提出的退費須由另一位核准。",
    reject: "不核准",
    takeBack: "收回",
    order: "下載付款清單（CSV）",
    orderHint: "已核准且有帳戶的退費，含完整帳號，交給銀行付款；每次下載都會留下紀錄。",
    orderNone: "目前沒有可以付款的退費。",
    ordersMade: (count) => `清單有 ${count} 筆`,
    orderColumns: { reference: "退費編號", bank: "銀行代碼", account: "帳號", amount: "金額" },
  },
  en: {
    title: "Money that waits",
    lead: "Bills paid twice, money under retired numbers, and what paid bills ask no more for: credit it, pay it back, or hold it.",
    show: "State",
    shows: { OPEN: "Open", CLOSED: "Closed", ALL: "All" },
    columns: {
      student: "Student",
      bill: "Bill",
      amount: "Amount",
      open: "Undecided",
      reason: "Why",
      since: "Since",
    },
    reasons: { OVERPAYMENT: "Owed back", UNAPPLIED: "To be placed" },
    waits: {
      approval: "Another must approve",
      mine: "For you to approve",
      account: "No account given yet",
      bank: "For the bank to pay",
      held: "Held",
      closed: "Closed",
      open: "Undecided",
    },
    nothing: "No such money",
    more: "Show more",
    notFound: "There is no such case, or it is another school’s.",
    all: "All money that waits",
    money: "The money",
    came: (amount, channel, day) => `${amount} paid by ${channel} on ${day}`,
    partner: (name, number) => `told by ${name}, transaction ${number}`,
    opening: (reason) => `Made smaller after it was paid: “${reason}”`,
    open: "Undecided",
    held: (note) => `Held: “${note}”`,
    account: "Account to pay to",
    noAccount: "No guardian has given one yet; an approved refund waits for it.",
    toAccount: (bank, account) => `bank ${bank}, account ${account}`,
    refunds: "What was decided",
    states: {
      PROPOSED: "Proposed; another must approve",
      APPROVED: "Approved; for the bank to pay",
      REJECTED: "Not refunded",
      CREDITED: "Credited",
      PAID_OUT: "Paid back",
    },
    by: (who) => `by ${who}`,
    rejected: (reason) => `“${reason}”`,
    ordered: "handed to the bank",
    decide: "Decide about it",
    acts: { CREDIT: "Credit another bill", REFUND: "Refund", HOLD: "Hold" },
    leads: {
      CREDIT: "This money settles another bill of the same student; what is left goes on waiting.",
      REFUND: "You propose it, another cashier approves; it is paid to the account that the guardian gives.",
      HOLD: "Nothing is decided yet; leave a note for your colleagues.",
    },
    does: { CREDIT: "Credit it", REFUND: "Propose the refund", HOLD: "Hold it" },
    bill: "Bill to settle",
    amount: "Amount to refund (NT$)",
    amountWrong: (most) => `Write a whole number from 1 to ${most}`,
    reason: "Reason",
    reasonHint: "Only cashiers read it",
    reasonMissing: "Write something",
    note: "Note",
    cancel: "Leave it",
    approve: "Approve the refund",
    own: "You proposed it: another cashier must approve.",
    reject: "Reject",
    takeBack: "Take it back",
    order: "Download what to pay (CSV)",
    orderHint:
      "Approved refunds with an account, in full, for the bank to pay. Every download leaves a trace.",
    orderNone: "No refund can be paid yet.",
    ordersMade: (count) => (count === 1 ? "1 refund in the list" : `${count} refunds in the list`),
    orderColumns: { reference: "Refund", bank: "Bank", account: "Account", amount: "Amount" },
  },
};
