import type { Catalogue } from "@campus-graph/ui/words/catalogue.js";

/** The ways in which a cashier changes a bill that waits to be paid. */
export type BillChange = "AMEND" | "WAIVE" | "VOID";

interface ChangeBillWords {
  title: string;
  changes: Record<BillChange, string>;
  leads: Record<BillChange, string>;
  does: Record<BillChange, string>;
  done: Record<BillChange, string>;
  underWay: string;
  dueDate: string;
  dueWrong(first: string, last: string): string;
  item: string;
  amount: string;
  amountWrong(most: string): string;
  reason: string;
  reasonHint: string;
  reasonMissing: string;
  nothingChanged: string;
  newTotal(amount: string): string;
  paidLead: string;
  reduce: string;
  notSmaller(asked: string): string;
  owedBack(amount: string): string;
  cancel: string;
  replacedBy(number: string, amount: string): string;
  replaces: string;
  waived(amount: string): string;
}

export const changeBillWords: Catalogue<ChangeBillWords> = {
  "zh-TW": {
    title: "變更這張繳費單",
    changes: { AMEND: "更正項目或期限", WAIVE: "減免", VOID: "作廢" },
    leads: {
      AMEND: "原帳號停用，改發新帳號；家長立刻收到通知。以舊帳號繳的款不會遺失。",
      WAIVE: "減免後餘額改發新帳號；全部減免時不需再繳。帳上保留原應收與減免金額。",
      VOID: "作廢後不需繳費，家長立刻收到通知。之後若仍有款項進來，列為應退還。",
    },
    does: { AMEND: "換發新單", WAIVE: "減免", VOID: "作廢這張繳費單" },
    done: { AMEND: "已換發新單，這是新的繳費單。", WAIVE: "已減免。", VOID: "已作廢。" },
    underWay: "有家長正在繳這張單，請先確認是否已付款。",
    dueDate: "繳費期限",
    dueWrong: (first, last) => `請選 ${first} 至 ${last} 之間的日期`,
    item: "項目",
    amount: "減免金額（元）",
    amountWrong: (most) => `請填 1 至 ${most} 之間的整數`,
    reason: "原因",
    reasonHint: "家長會看到，請勿寫個人資料",
    reasonMissing: "請填原因",
    nothingChanged: "請修改項目、金額或期限",
    newTotal: (amount) => `新單應繳 ${amount}`,
    paidLead: "這張已繳清：只能調降，差額列為待處理款項，並通知家長。要加收請另開一張。",
    reduce: "調降",
    notSmaller: (asked) => `合計要低於 ${asked}`,
    owedBack: (amount) => `應退還 ${amount}`,
    cancel: "不變更",
    replacedBy: (number, amount) => `已由新單取代：${number}，${amount}`,
    replaces: "查看它取代的舊單",
    waived: (amount) => `減免 ${amount}`,
  },
  en: {
    title: "Change this bill",
    changes: { AMEND: "Correct items or due date", WAIVE: "Waive", VOID: "Void" },
    leads: {
      AMEND:
        "The old number is retired and a new one is given; guardians are told at once. Money paid under the old number is not lost.",
      WAIVE:
        "A new bill asks for the rest; when all is waived nothing is due. The books keep what was billed and what was waived.",
      VOID: "Nothing is due any more, and guardians are told at once. Money that still arrives is owed back.",
    },
    does: { AMEND: "Issue the corrected bill", WAIVE: "Waive it", VOID: "Void this bill" },
    done: {
      AMEND: "The bill was replaced. This is the new one.",
      WAIVE: "Waived.",
      VOID: "Voided.",
    },
    underWay: "A guardian is paying this bill just now. Ask first whether they have paid.",
    dueDate: "Due date",
    dueWrong: (first, last) => `Choose a day from ${first} to ${last}`,
    item: "Item",
    amount: "Amount to waive (NT$)",
    amountWrong: (most) => `Write a whole number from 1 to ${most}`,
    reason: "Reason",
    reasonHint: "Guardians read it: no personal data, please",
    reasonMissing: "Write the reason",
    nothingChanged: "Change an item, an amount or the due date",
    newTotal: (amount) => `The new bill asks for ${amount}`,
    paidLead:
      "This bill is paid: it can only be made smaller. The difference waits to be paid back, and guardians are told. To ask for more, issue another bill.",
    reduce: "Make it smaller",
    notSmaller: (asked) => `The total must be less than ${asked}`,
    owedBack: (amount) => `${amount} is owed back`,
    cancel: "Leave it",
    replacedBy: (number, amount) => `Replaced by a new bill: ${number}, ${amount}`,
    replaces: "See the bill that it replaces",
    waived: (amount) => `${amount} waived`,
  },
};
