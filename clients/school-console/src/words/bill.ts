import type { BillHistoryKind } from "@campus-graph/clients/generated/operations";
import type { Catalogue } from "@campus-graph/ui/words/catalogue.js";

/** What one bill says to its school. */
interface BillWords {
  notFound: string;
  all: string;
  items: string;
  total: string;
  due(day: string): string;
  issued(day: string): string;
  underWay(channel: string, until: string): string;
  history: string;
  kinds: Record<BillHistoryKind, string>;
  told(guardians: number): string;
  untold: string;
  by(partner: string): string;
  issuedBy(cashier: string): string;
  reduced(amount: string): string;
  toCase(amount: string): string;
  transaction(number: string): string;
}

export const billWords: Catalogue<BillWords> = {
  "zh-TW": {
    notFound: "沒有這張繳費單，或不是貴校開立的。",
    all: "所有繳費單",
    items: "項目",
    total: "合計",
    due: (day) => `繳費期限 ${day}`,
    issued: (day) => `${day} 開立`,
    underWay: (channel, until) => `有家長正以「${channel}」繳費中，保留到 ${until}`,
    history: "經過",
    kinds: {
      ISSUED: "開立",
      TOLD: "通知家長",
      PAYMENT_STARTED: "家長開始繳費",
      PAYMENT_ENDED: "取消或逾時未繳",
      PAID: "已入帳",
      OVERPAID: "重複繳費，應退還",
      UNAPPLIED: "以舊帳號繳費，金額與新單不同，待處理",
      AMENDED: "換發新單",
      VOIDED: "作廢",
      WAIVED: "減免",
      REDUCED: "繳清後調降，差額應退還",
      REFUNDED: "已退費",
    },
    told: (guardians) => `通知 ${guardians} 位家長`,
    untold: "還沒有家長收到通知：沒有家長綁定這位學生，請另給紙本。",
    by: (partner) => `由 ${partner} 通知`,
    issuedBy: (cashier) => `由 ${cashier}`,
    reduced: (amount) => `繳清後調降 ${amount}`,
    toCase: (amount) => `待處理款項 ${amount}`,
    transaction: (number) => `交易序號 ${number}`,
  },
  en: {
    notFound: "There is no such bill, or another school issued it.",
    all: "All bills",
    items: "Items",
    total: "Total",
    due: (day) => `Due ${day}`,
    issued: (day) => `Issued ${day}`,
    underWay: (channel, until) => `A guardian is paying by ${channel}; held until ${until}`,
    history: "What happened",
    kinds: {
      ISSUED: "Issued",
      TOLD: "Guardians told",
      PAYMENT_STARTED: "A guardian began to pay",
      PAYMENT_ENDED: "Given up, or lapsed",
      PAID: "Paid",
      OVERPAID: "Paid once more; to be refunded",
      UNAPPLIED: "Paid under the old number, of another amount; to be settled",
      AMENDED: "Replaced by a new bill",
      VOIDED: "Voided",
      WAIVED: "Waived",
      REDUCED: "Made smaller once paid; the difference is owed back",
      REFUNDED: "Paid back",
    },
    told: (guardians) => (guardians === 1 ? "1 guardian" : `${guardians} guardians`),
    untold: "Nobody was told yet: no guardian is bound to this student. Hand out a paper slip.",
    by: (partner) => `told by ${partner}`,
    issuedBy: (cashier) => `by ${cashier}`,
    reduced: (amount) => `Made smaller by ${amount} once paid`,
    toCase: (amount) => `Money that waits: ${amount}`,
    transaction: (number) => `transaction ${number}`,
  },
};
