import type { Catalogue } from "@campus-graph/ui/words/catalogue";

/** The page about oneself. */
interface MeWords {
  title: string;
  lead: string;
  messages: string;
  REVIEWS: string;
  reviewsHint: string;
  email: string;
  saved: string;
  none: string;
  always: string;
  account: string;
  accountHint: string;
  undeliverable(email: string): string;
  undeliverableHint: string;
}

export const meWords: Catalogue<MeWords> = {
  "zh-TW": {
    title: "我的",
    lead: "選擇要收到哪些提醒，並管理您的帳號。",
    messages: "通知方式",
    REVIEWS: "待審核提醒",
    reviewsHint: "您的班級還有申請待審核時，每個上課日早上 7:30 寄一封。",
    email: "電子郵件",
    saved: "已儲存",
    none: "您的職務目前沒有可選擇的提醒。",
    always: "驗證碼與帳號安全的信件一定會寄給您。家長的通知請在家長頁面選擇。",
    account: "密碼與第二重驗證",
    accountHint: "更改密碼、管理驗證器與通行密鑰、登出所有裝置。",
    undeliverable: (email) => `寄到 ${email} 的信被退回了。`,
    undeliverableHint: "請確認信箱還在使用；重新取得一次驗證碼並收到信後，這項提醒就會消失。",
  },
  en: {
    title: "About me",
    lead: "Choose what you are written to about, and look after your account.",
    messages: "Messages",
    REVIEWS: "Requests that wait",
    reviewsHint: "At 7:30 of each school day on which requests of your classes wait to be reviewed.",
    email: "E-mail",
    saved: "Saved",
    none: "For your roles there is nothing to choose.",
    always:
      "Codes, and mails about your account's safety, always come. What parents are written to about is chosen in the parents' app.",
    account: "Password and second factor",
    accountHint: "Change the password, look after authenticator and passkeys, sign out everywhere.",
    undeliverable: (email) => `Mails to ${email} come back.`,
    undeliverableHint:
      "Please check that the mailbox still exists. Once a mail arrives there, such as a new code, this is gone.",
  },
};
