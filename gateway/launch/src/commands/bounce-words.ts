import type { Sentences } from "../sentences.js";

/** What `npm run bounce` says. */
export const words = {
  usage: {
    "zh-TW": "用法：npm run -s bounce < 退信.eml（由郵件伺服器把退回的信件轉入）",
    en: "npm run -s bounce < returned-mail.eml (a mail server pipes what comes back into it)",
  },
  tooLarge: {
    "zh-TW": "信件超過 {most} KB，不是退信報告。",
    en: "The mail has more than {most} KB; no report has.",
  },
  MARKED: {
    "zh-TW": "已註記：此信箱不存在，在本人以驗證碼確認之前不再寄信。",
    en: "Noted: there is no such mailbox. It is written to no more, until its owner shows a code that went there.",
  },
  PASSING: {
    "zh-TW": "退信報告並未說明信箱不存在，未作任何變更。",
    en: "The report does not say that there is no such mailbox. Nothing was changed.",
  },
  NOT_OURS: {
    "zh-TW": "這份退信報告不是針對我們寄給該信箱的信，未作任何變更。",
    en: "The report is not about a mail that we sent to this address. Nothing was changed.",
  },
  NO_REPORT: {
    "zh-TW": "這不是退信報告（RFC 3464），或未附原信標頭，未作任何變更。",
    en: "This is no delivery report (RFC 3464), or brings no header of its mail. Nothing was changed.",
  },
} as const satisfies Sentences;
