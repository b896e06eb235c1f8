import type { Catalogue } from "@campus-graph/ui/words/catalogue.js";

/** What the guardian is written to about, and by which way. */
interface MessagesWords {
  title: string;
  lead: string;
  BINDING: string;
  bindingHint: string;
  BILLS: string;
  billsHint: string;
  email: string;
  sms: string;
  smsHint: string;
  always: string;
  saved: string;
  undeliverable(email: string): string;
  undeliverableHint: string;
}

export const messagesWords: Catalogue<MessagesWords> = {
  "zh-TW": {
    title: "通知方式",
    lead: "通知都會在這裡的「通知」頁；您還可以選擇怎麼收到提醒。晚上 9:30 到早上 7:30 不會打擾您。",
    BINDING: "親子綁定",
    bindingHint: "申請被退回、未能完成，或綁定結束時",
    BILLS: "繳費單",
    billsHint: "孩子有新的繳費單時",
    email: "電子郵件",
    sms: "簡訊",
    smsHint: "簡訊只傳到驗證過的手機號碼。",
    always: "驗證碼與帳號安全的信件一定會寄給您。",
    saved: "已儲存",
    undeliverable: (email) => `寄到 ${email} 的信被退回了。`,
    undeliverableHint:
      "請確認信箱還在使用；重新取得一次驗證碼並收到信後，這項提醒就會消失。需要更換信箱請洽學校資訊組。",
  },
  en: {
    title: "Messages",
    lead: "Everything stands under “Notices”; here you choose how else you hear of it. Nobody writes to you from 9:30 in the evening to 7:30 in the morning.",
    BINDING: "Bindings",
    bindingHint: "When a request comes back or fails, or a binding ends",
    BILLS: "Bills",
    billsHint: "When a child has a new bill",
    email: "E-mail",
    sms: "Text message",
    smsHint: "Text messages go to a verified mobile number alone.",
    always: "Codes, and mails about your account's safety, always come.",
    saved: "Saved",
    undeliverable: (email) => `Mails to ${email} come back.`,
    undeliverableHint:
      "Please check that the mailbox still exists. Once a mail arrives there, such as a new code, this is gone. To use another address ask your school's IT office.",
  },
};
