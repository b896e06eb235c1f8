import type { Catalogue } from "@campus-graph/ui/words/catalogue.js";

/** What is said about money that is owed back. */
interface OwedBackWords {
  title: string;
  owed(amount: string): string;
  unapplied(amount: string): string;
  paidBack(amount: string): string;
  credited(amount: string): string;
  over: string;
  ask: string;
  bankCode: string;
  bankHint: string;
  bankWrong: string;
  account: string;
  accountHint: string;
  accountWrong: string;
  give: string;
  change: string;
  cancel: string;
  given(bank: string, account: string): string;
  givenByOther: string;
  otherIsAsked: string;
}

export const owedBackWords: Catalogue<OwedBackWords> = {
  "zh-TW": {
    title: "應退款項",
    owed: (amount) => `這張帳單多繳了 ${amount}，學校會退還或抵繳其他帳單。`,
    unapplied: (amount) => `以舊帳號繳入的 ${amount}，學校正在確認用途。`,
    paidBack: (amount) => `已退還 ${amount}`,
    credited: (amount) => `已抵繳其他帳單 ${amount}`,
    over: "已處理完畢。",
    ask: "請提供退費帳戶。",
    bankCode: "銀行代碼",
    bankHint: "3 碼，例如 012",
    bankWrong: "請填 3 碼數字",
    account: "帳號",
    accountHint: "6 至 16 碼；加密保存，只顯示末四碼",
    accountWrong: "請填 6 至 16 碼數字",
    give: "送出帳戶",
    change: "更改帳戶",
    cancel: "不更改",
    given: (bank, account) => `退到銀行 ${bank}，帳號 ${account}`,
    givenByOther: "另一位家長已提供退費帳戶。",
    otherIsAsked: "這筆款項是另一位家長繳的，由該位家長提供退費帳戶。",
  },
  en: {
    title: "Owed back",
    owed: (amount) =>
      `${amount} too much was paid for this bill. The school pays it back, or credits another bill.`,
    unapplied: (amount) =>
      `${amount} was paid under the old number; the school is finding out what it was for.`,
    paidBack: (amount) => `${amount} paid back`,
    credited: (amount) => `${amount} credited to another bill`,
    over: "All of it is dealt with.",
    ask: "Please say where to pay it.",
    bankCode: "Bank code",
    bankHint: "3 digits, such as 012",
    bankWrong: "Write 3 digits",
    account: "Account number",
    accountHint: "6 to 16 digits; kept encrypted, only the last four are shown",
    accountWrong: "Write 6 to 16 digits",
    give: "Send the account",
    change: "Change the account",
    cancel: "Leave it",
    given: (bank, account) => `To bank ${bank}, account ${account}`,
    givenByOther: "The other guardian has said where to pay it.",
    otherIsAsked: "The other guardian paid this, and is asked where to pay it back.",
  },
};
