import type { Catalogue } from "@campus-graph/ui/words/catalogue.js";

/** The code by mail or text message, which lets a guardian in without an account. */
interface CodeWords {
  title: string;
  lead: string;
  by: string;
  byEmail: string;
  bySms: string;
  email: string;
  mobile: string;
  mobileHint: string;
  get: string;
  sentTo(email: string): string;
  sentToMobile(mobile: string): string;
  reference(reference: string): string;
  smsReference(reference: string): string;
  code: string;
  codeHint: string;
  smsCodeHint: string;
  confirm: string;
  again: string;
  againIn(seconds: number): string;
  otherEmail: string;
  otherWay: string;
  demo: string;
  signIn: string;
  badEmail: string;
  badCode: string;
  badMobile: string;
  badSmsCode: string;
}

export const codeWords: Catalogue<CodeWords> = {
  "zh-TW": {
    title: "取得驗證碼",
    lead: "我們會給您一組驗證碼。您的電子信箱之後就是登入帳號。",
    by: "驗證碼怎麼給您？",
    byEmail: "電子郵件",
    bySms: "簡訊",
    email: "電子信箱",
    mobile: "行動電話",
    mobileHint: "之後還會請您驗證電子信箱，那才是登入帳號。",
    get: "取得驗證碼",
    sentTo: (email) => `驗證碼已寄到 ${email}`,
    sentToMobile: (mobile) => `簡訊驗證碼已傳到 ${mobile}`,
    reference: (reference) => `請用信件編號 ${reference} 的那一封。`,
    smsReference: (reference) => `請用參考碼 ${reference} 的那一則。`,
    code: "請輸入驗證碼",
    codeHint: "8 個字，時效 1 小時，逾時請重新取得。",
    smsCodeHint: "8 個字，時效 10 分鐘，逾時請重新取得。",
    confirm: "確認",
    again: "重新取得驗證碼",
    againIn: (seconds) => `${seconds} 秒後可重新取得`,
    otherEmail: "改用別的信箱",
    otherWay: "改用別的信箱或電話",
    demo: "示範環境：打開收件匣看驗證碼",
    signIn: "已經有帳號？登入後可直接申請",
    badEmail: "請輸入正確的電子信箱，例如 name@example.com。",
    badCode: "請輸入信裡的 8 個字。",
    badMobile: "請輸入 09 開頭的 10 位數字。",
    badSmsCode: "請輸入簡訊裡的 8 個字。",
  },
  en: {
    title: "Get a code",
    lead: "We send you a code. Your e-mail address will be your login.",
    by: "How should the code reach you?",
    byEmail: "E-mail",
    bySms: "Text message",
    email: "E-mail address",
    mobile: "Mobile number",
    mobileHint: "Later we ask you to verify an e-mail address too: that one is your login.",
    get: "Send me a code",
    sentTo: (email) => `A code was sent to ${email}`,
    sentToMobile: (mobile) => `A code was sent to ${mobile} by text message`,
    reference: (reference) => `It is in the mail with reference ${reference}.`,
    smsReference: (reference) => `It is in the message with reference ${reference}.`,
    code: "The code",
    codeHint: "8 characters, good for one hour; ask again after that.",
    smsCodeHint: "8 characters, good for ten minutes; ask again after that.",
    confirm: "Confirm",
    again: "Send another code",
    againIn: (seconds) => `Another code in ${seconds} s`,
    otherEmail: "Use another address",
    otherWay: "Use another address or number",
    demo: "Demo: open the mailbox to see the code",
    signIn: "You have an account? Sign in and apply without a code",
    badEmail: "Please enter an e-mail address such as name@example.com.",
    badCode: "Please enter the 8 characters of the mail.",
    badMobile: "Please enter ten digits beginning with 09.",
    badSmsCode: "Please enter the 8 characters of the message.",
  },
};
