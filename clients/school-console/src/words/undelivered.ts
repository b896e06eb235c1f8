import type { Catalogue } from "@campus-graph/ui/words/catalogue";

interface PerKind {
  CODE: string;
  APPROVAL: string;
  INVITATION: string;
  PERSON_LINK: string;
  FIRST_SIGN_IN: string;
  SECOND_FACTOR: string;
  CONTACT_CHANGED: string;
  ACCOUNT_STATE: string;
  NOTICE: string;
}

/** Messages that nobody took. */
interface UndeliveredWords {
  tab: string;
  title: string;
  lead: string;
  none: string;
  caption: string;
  what: string;
  to: string;
  why: string;
  since: string;
  act: string;
  resend: string;
  resendThis(kind: string, target: string): string;
  resent(target: string): string;
  outdated: string;
  more: string;
  kinds: PerKind;
  byEmail: string;
  bySms: string;
  bounced: string;
  notDelivered: string;
  bureauLead: string;
  notTaken(error: string): string;
}

export const undeliveredWords: Catalogue<UndeliveredWords> = {
  "zh-TW": {
    tab: "未送達訊息",
    title: "未送達訊息",
    lead: "寄給本校人員與家長、但多次嘗試仍未送達的信件與簡訊。內容已加密保存，逾保存期限即刪除；確認對方信箱或電話後可重送。",
    none: "沒有未送達的訊息。",
    caption: "未送達的信件與簡訊",
    what: "訊息",
    to: "收件人",
    why: "原因",
    since: "停止嘗試",
    act: "處理",
    resend: "重送",
    resendThis: (kind, target) => `重送：${kind}，${target}`,
    resent: (target) => `已排入重送：${target}`,
    outdated: "已逾時效，請對方重新取得",
    more: "顯示更多",
    kinds: {
      CODE: "驗證碼",
      APPROVAL: "核可通知",
      INVITATION: "帳號邀請",
      PERSON_LINK: "身分確認",
      FIRST_SIGN_IN: "第一次登入說明",
      SECOND_FACTOR: "第二重驗證通知",
      CONTACT_CHANGED: "信箱或手機變更通知",
      ACCOUNT_STATE: "帳號停用或恢復通知",
      NOTICE: "一般通知",
    },
    byEmail: "電子郵件",
    bySms: "簡訊",
    bounced: "查無此信箱",
    notDelivered: "電信業者回報未送達",
    bureauLead:
      "寄給全市人員與家長、但多次嘗試仍未送達的信件與簡訊。內容已加密保存，逾保存期限即刪除；確認對方信箱或電話後可重送。",
    notTaken: (error) => `未被接收（${error}）`,
  },
  en: {
    tab: "Undelivered",
    title: "Undelivered messages",
    lead: "Mails and text messages to your school's people and guardians that nobody took, after many tries. They are kept sealed until they are forgotten; once the address is right they can be sent again.",
    none: "Every message has arrived.",
    caption: "Mails and text messages that were given up",
    what: "Message",
    to: "To",
    why: "Why",
    since: "Given up",
    act: "Act",
    resend: "Send again",
    resendThis: (kind, target) => `Send again: ${kind}, ${target}`,
    resent: (target) => `It goes again to ${target}`,
    outdated: "Of no use any more: they ask for a new one",
    more: "Show more",
    kinds: {
      CODE: "verification code",
      APPROVAL: "approval",
      INVITATION: "invitation",
      PERSON_LINK: "question whether a request is theirs",
      FIRST_SIGN_IN: "first sign-in",
      SECOND_FACTOR: "news of the second factor",
      CONTACT_CHANGED: "news of a changed address",
      ACCOUNT_STATE: "account disabled or enabled",
      NOTICE: "notice",
    },
    byEmail: "E-mail",
    bySms: "Text message",
    bounced: "There is no such mailbox",
    notDelivered: "The carrier says that it did not arrive",
    bureauLead:
      "Mails and text messages to anybody in the city that nobody took, after many tries. They are kept sealed until they are forgotten; once the address is right they can be sent again.",
    notTaken: (error) => `Not taken (${error})`,
  },
};
