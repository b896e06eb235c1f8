import type { Catalogue } from "@campus-graph/ui/words/catalogue.js";

/** The code by mail, which lets a guardian in without an account. */
interface CodeWords {
  title: string;
  lead: string;
  email: string;
  get: string;
  sentTo(email: string): string;
  reference(reference: string): string;
  code: string;
  codeHint: string;
  confirm: string;
  again: string;
  againIn(seconds: number): string;
  otherEmail: string;
  demo: string;
  signIn: string;
  badEmail: string;
  badCode: string;
}

export const codeWords: Catalogue<CodeWords> = {
  "zh-TW": {
    title: "取得驗證碼",
    lead: "我們會寄一組驗證碼到您的電子信箱。這個信箱之後就是您的登入帳號。",
    email: "電子信箱",
    get: "取得驗證碼",
    sentTo: (email) => `驗證碼已寄到 ${email}`,
    reference: (reference) => `請用信件編號 ${reference} 的那一封。`,
    code: "請輸入驗證碼",
    codeHint: "8 個字，時效 1 小時，逾時請重新取得。",
    confirm: "確認",
    again: "重新取得驗證碼",
    againIn: (seconds) => `${seconds} 秒後可重新取得`,
    otherEmail: "改用別的信箱",
    demo: "示範環境：打開收件匣看驗證碼",
    signIn: "已經有帳號？登入後可直接申請",
    badEmail: "請輸入正確的電子信箱，例如 name@example.com。",
    badCode: "請輸入信裡的 8 個字。",
  },
  en: {
    title: "Get a code",
    lead: "We mail a code to your address. That address will be your login.",
    email: "E-mail address",
    get: "Send me a code",
    sentTo: (email) => `A code was sent to ${email}`,
    reference: (reference) => `It is in the mail with reference ${reference}.`,
    code: "The code",
    codeHint: "8 characters, good for one hour; ask again after that.",
    confirm: "Confirm",
    again: "Send another code",
    againIn: (seconds) => `Another code in ${seconds} s`,
    otherEmail: "Use another address",
    demo: "Demo: open the mailbox to see the code",
    signIn: "You have an account? Sign in and apply without a code",
    badEmail: "Please enter an e-mail address such as name@example.com.",
    badCode: "Please enter the 8 characters of the mail.",
  },
};
