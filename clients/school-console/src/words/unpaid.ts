import type { Catalogue } from "@campus-graph/ui/words/catalogue.js";

/** What the figures by class say. */
interface UnpaidWords {
  schoolClass: string;
  noClass: string;
  share: string;
  notDue: string;
  overdue: string;
  openBills: string;
  paidBills: string;
  channel: string;
  channels: string;
  csv: string;
  says(paid: number, bills: number): string;
}

export const unpaidWords: Catalogue<UnpaidWords> = {
  "zh-TW": {
    schoolClass: "班級",
    noClass: "已離校",
    share: "應收與已收",
    notDue: "未到期",
    overdue: "逾期",
    openBills: "未繳張數",
    paidBills: "已繳張數",
    channel: "管道",
    channels: "各管道收費",
    csv: "下載各班收費（CSV）",
    says: (paid, bills) => `${bills} 張中已繳 ${paid} 張`,
  },
  en: {
    schoolClass: "Class",
    noClass: "Left the school",
    share: "Billed and paid",
    notDue: "Not due yet",
    overdue: "Overdue",
    openBills: "Unpaid bills",
    paidBills: "Bills paid",
    channel: "Channel",
    channels: "Paid by channel",
    csv: "Download by class (CSV)",
    says: (paid, bills) => `${paid} of ${bills} bills paid`,
  },
};
