import type { Catalogue } from "@campus-graph/ui/words/catalogue.js";

/** What the school's books say. */
interface BookWords {
  title: string;
  lead: string;
  account: string;
  debits: string;
  credits: string;
  balance: string;
  total: string;
  nothing: string;
  /** By account; those of the channels are told by `collected`. */
  accounts: Readonly<Record<string, readonly [name: string, means: string]>>;
  collected(channel: string): string;
  collectedMeans: string;
}

export const bookWords: Catalogue<BookWords> = {
  "zh-TW": {
    title: "帳冊",
    lead: "每個數字都由分錄即時加總；分錄只增不改，借貸永遠相等。",
    account: "科目",
    debits: "借方",
    credits: "貸方",
    balance: "餘額",
    total: "合計",
    nothing: "還沒有任何分錄",
    accounts: {
      RECEIVABLE: ["應收費用", "學生尚未繳納"],
      FEES_BILLED: ["代收費用", "已開立的費用"],
      WAIVERS: ["減免", "學校減免的費用"],
      BANK: ["銀行存款", "銀行已撥入、扣除已退出"],
      OVERPAYMENTS: ["溢繳", "應退還、尚未決定"],
      UNAPPLIED: ["待認定", "以舊帳號繳入，待出納認定"],
      REFUNDS_PAYABLE: ["應付退費", "已核准、銀行尚未付款"],
    },
    collected: (channel) => `在途款：${channel}`,
    collectedMeans: "管道已通知收款，銀行尚未撥入",
  },
  en: {
    title: "Books",
    lead: "Every figure is summed from the entries as you look. Entries are only added; debits always equal credits.",
    account: "Account",
    debits: "Debits",
    credits: "Credits",
    balance: "Balance",
    total: "Total",
    nothing: "No entries yet",
    accounts: {
      RECEIVABLE: ["Receivable", "what students still owe"],
      FEES_BILLED: ["Fees billed", "what was billed"],
      WAIVERS: ["Waivers", "what the school waives"],
      BANK: ["Bank", "paid in by the bank, less what it paid out"],
      OVERPAYMENTS: ["Overpayments", "owed back, undecided"],
      UNAPPLIED: ["Unapplied", "paid under a retired number, to be placed"],
      REFUNDS_PAYABLE: ["Refunds payable", "approved, not yet paid by the bank"],
    },
    collected: (channel) => `Clearing: ${channel}`,
    collectedMeans: "reported by the channel, not yet paid in by the bank",
  },
};
