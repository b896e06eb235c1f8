/** What is said on the page on which a guardian lets a wallet read their bills. */
export const consentWords = {
  who: { "zh-TW": "提出要求的業者：", en: "Who asks:" },
  you: { "zh-TW": "您目前登入的帳號：", en: "You are signed in as" },
  may: { "zh-TW": "同意後，{partner}可以", en: "If you agree, {partner} may" },
  billsRead: {
    "zh-TW": "查看您已綁定子女的繳費單：學校、隱碼姓名、項目、金額、繳款帳號、期限與狀態。",
    en: "see the bills of your bound children: school, masked name, items, amount, account number, due date and state.",
  },
  noticesSubscribe: {
    "zh-TW": "在有新的繳費單、即將到期或已繳費時，即時收到通知。",
    en: "be told at once when a bill is issued, falls due or is paid.",
  },
  mayNot: { "zh-TW": "{partner}不可以", en: "{partner} may not" },
  nothingElse: {
    "zh-TW": "看到您的身分證字號、聯絡方式、綁定資料，或任何其他校園資料。",
    en: "see your national ID, your contacts, your bindings or anything else here.",
  },
  noPaying: {
    "zh-TW": "以您的名義申請、變更或繳費；繳費仍須由您在該業者的 App 內確認。",
    en: "apply, change or pay anything in your name; you still confirm each payment in its own app.",
  },
  endAnyTime: {
    "zh-TW": "您隨時可以在「校園家長服務」的「我的」頁面終止連結，立即生效。",
    en: "You can end this at any time in the parents’ app under “Me”; it takes effect at once.",
  },
  returnsTo: { "zh-TW": "完成後將返回：", en: "Afterwards you return to" },
  agree: { "zh-TW": "同意連結", en: "Agree and link" },
  decline: { "zh-TW": "不同意", en: "Do not link" },
  back: { "zh-TW": "返回{partner}", en: "Back to {partner}" },
} as const;

export type ConsentWord = keyof typeof consentWords;
