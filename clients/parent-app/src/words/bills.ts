import type { BillNoticeKind, BillStatus, Channel } from "@campus-graph/clients/generated/operations";
import type { Catalogue } from "@campus-graph/ui/words/catalogue.js";

interface BillWords {
  title: string;
  children: string;
  allChildren: string;
  show: string;
  filters: Record<"UNPAID" | "PAID" | "ALL", string>;
  status: Record<BillStatus, string>;
  overdue: string;
  due(day: string): string;
  dueIn(days: number): string;
  paidOn(day: string): string;
  nothingUnpaid: string;
  nothingUnpaidHint: string;
  nothing: string;
  noChildren: string;
  noChildrenHint: string;
  staff: { title: string; hint: string; go: string };
  apply: string;
  more: string;
  notFound: string;
  items: string;
  total: string;
  issued(day: string): string;
  accountNumber: string;
  copy: string;
  howToPay: string;
  channels: Record<Channel, string>;
  noWay: string;
  closed: string;
  otherGuardian: string;
  otherPays(claim: { who: string; channel: string; since: string; until: string }): string;
  iPay(channel: string, until: string): string;
  claim: string;
  claimHint: string;
  unclaim: string;
  notPayable: Record<"PAID" | "VOIDED" | "SUPERSEDED" | "WAIVED", string>;
  toReplacement: string;
  endReason(reason: string): string;
  waived(amount: string): string;
  nothingDue: string;
  notices: Record<BillNoticeKind, string>;
}

export const billWords: Catalogue<BillWords> = {
  "zh-TW": {
    title: "繳費單",
    children: "孩子",
    allChildren: "全部孩子",
    show: "顯示",
    filters: { UNPAID: "待繳費", PAID: "已繳費", ALL: "全部" },
    status: { UNPAID: "待繳費", PAID: "已繳費", VOIDED: "已作廢", SUPERSEDED: "已換新單", WAIVED: "已減免" },
    overdue: "已逾期",
    due: (day) => `繳費期限 ${day}`,
    dueIn: (days) => (days === 0 ? "今天到期" : days === 1 ? "明天到期" : `還有 ${days} 天`),
    paidOn: (day) => `${day} 已繳費`,
    nothingUnpaid: "目前沒有待繳的帳單",
    nothingUnpaidHint: "學校開出新帳單時，這裡會立刻出現。",
    nothing: "還沒有帳單",
    noChildren: "還沒有綁定的孩子",
    staff: {
      title: "這是學校人員的帳號",
      hint: "這個帳號用於學校事務，沒有綁定孩子。",
      go: "前往校務工作台",
    },
    noChildrenHint: "完成親子綁定、老師審核後，孩子的繳費單就會出現在這裡。",
    apply: "申請親子綁定",
    more: "顯示更多",
    notFound: "沒有這張帳單，或您已不能查看它。",
    items: "項目",
    total: "合計",
    issued: (day) => `${day} 開單`,
    accountNumber: "繳款帳號（16 碼）",
    copy: "複製帳號",
    howToPay: "選擇付款方式",
    channels: {
      EASY_WALLET: "悠遊付",
      PAY_TAIPEI: "PayTaipei",
      CREDIT_CARD: "信用卡",
      ATM: "ATM",
      CONVENIENCE_STORE: "超商代繳",
    },
    noWay: "這張帳單目前沒有可用的繳費方式，請洽學校出納組。",
    closed: "這張帳單目前不能用這個方式繳費，請改用其他方式。",
    otherGuardian: "另一位家長",
    otherPays: ({ who, channel, since, until }) =>
      `${who}已於 ${since} 選擇「${channel}」繳費（到 ${until} 為止）。請先問一下，以免重複繳費。`,
    iPay: (channel, until) => `您已表示正在用「${channel}」繳費，另一位家長會看到提醒，到 ${until} 為止。`,
    claim: "我現在就用這個方式繳",
    claimHint: "按下後，另一位家長會看到您正在繳費，避免重複繳。",
    unclaim: "我先不繳了",
    notPayable: {
      PAID: "這張帳單已繳清，不需要再繳。",
      VOIDED: "學校已作廢這張帳單，不需要繳費。",
      SUPERSEDED: "學校已用新的帳單取代這一張，請繳新的那張。",
      WAIVED: "學校已減免這張帳單的全部金額，不需要繳費。",
    },
    toReplacement: "看新的帳單",
    endReason: (reason) => `學校的說明：${reason}`,
    waived: (amount) => `已減免 ${amount}`,
    nothingDue: "學校已減免，不需要繳費",
    notices: {
      ISSUED: "新帳單",
      PAID: "已收到繳費",
      DUE_SOON: "即將到期",
      OVERDUE: "已逾期",
      AMENDED: "帳單已更改，改用新的帳號",
      VOIDED: "帳單已作廢",
      OVERPAID: "重複繳費，學校會退費",
      REFUNDED: "已退費",
    },
  },
  en: {
    title: "Bills",
    children: "Children",
    allChildren: "All children",
    show: "Show",
    filters: { UNPAID: "To pay", PAID: "Paid", ALL: "All" },
    status: { UNPAID: "To pay", PAID: "Paid", VOIDED: "Cancelled", SUPERSEDED: "Replaced", WAIVED: "Waived" },
    overdue: "Overdue",
    due: (day) => `Due ${day}`,
    dueIn: (days) => (days === 0 ? "due today" : days === 1 ? "due tomorrow" : `${days} days left`),
    paidOn: (day) => `Paid on ${day}`,
    nothingUnpaid: "Nothing to pay right now",
    nothingUnpaidHint: "When the school issues a bill it appears here at once.",
    nothing: "No bills yet",
    noChildren: "No children yet",
    staff: {
      title: "This is a staff account",
      hint: "It works at a school. No child is linked to it.",
      go: "Go to the school console",
    },
    noChildrenHint: "Once the teacher has approved your application, your child’s bills appear here.",
    apply: "Link your child",
    more: "Show more",
    notFound: "There is no such bill, or you may not see it any more.",
    items: "Items",
    total: "Total",
    issued: (day) => `Issued on ${day}`,
    accountNumber: "Payment account number (16 digits)",
    copy: "Copy the number",
    howToPay: "Choose how to pay",
    channels: {
      EASY_WALLET: "Easy Wallet",
      PAY_TAIPEI: "PayTaipei",
      CREDIT_CARD: "Credit card",
      ATM: "ATM",
      CONVENIENCE_STORE: "Store",
    },
    noWay: "There is no way to pay this bill just now. Please ask the school’s cashier.",
    closed: "This bill cannot be paid this way at the moment; please choose another.",
    otherGuardian: "Other guardian",
    otherPays: ({ who, channel, since, until }) =>
      `${who}: paying this bill by ${channel} since ${since} (until ${until}). Ask first, so that it is not paid twice.`,
    iPay: (channel, until) =>
      `You said that you are paying by ${channel}; the other guardian sees that until ${until}.`,
    claim: "I am paying this way now",
    claimHint: "The other guardian will see that you are paying, so that it is not paid twice.",
    unclaim: "I am not paying after all",
    notPayable: {
      PAID: "This bill is paid; nothing is due.",
      VOIDED: "The school has cancelled this bill; nothing is due.",
      SUPERSEDED: "The school has replaced this bill with a new one; please pay that.",
      WAIVED: "The school has waived all of this bill; nothing is due.",
    },
    toReplacement: "See the new bill",
    endReason: (reason) => `The school says: ${reason}`,
    waived: (amount) => `${amount} waived`,
    nothingDue: "The school has waived it; nothing is due",
    notices: {
      ISSUED: "New bill",
      PAID: "Payment received",
      DUE_SOON: "Due soon",
      OVERDUE: "Overdue",
      AMENDED: "Changed: it has a new number",
      VOIDED: "Cancelled",
      OVERPAID: "Paid twice; the school will refund it",
      REFUNDED: "Refunded",
    },
  },
};
