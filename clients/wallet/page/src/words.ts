const zh = {
  title: "示範錢包",
  other: "English",
  balance: "餘額",
  play: "這是示範用的錢包，餘額是遊戲幣。",
  lead: "輸入繳費單的 16 碼繳款帳號，或掃描 TWQR、超商條碼。",
  tryWith: "示範城市的號碼，可在家長 App 的繳費單上找到：",
  parents: "開啟家長 App",
  number: "繳款帳號（16 碼）",
  find: "查詢",
  scan: "掃描",
  picture: "選擇圖片",
  stop: "停止掃描",
  aim: "請將繳費單的 QR Code 或超商第二段條碼對準鏡頭。",
  storePart: "這是超商條碼的第一段或第三段，請對準中間的第二段。",
  nothingInPicture: "圖片中找不到繳費單的條碼，請換一張，或輸入 16 碼。",
  noCamera: "無法使用相機，請允許使用相機，或選擇圖片、輸入 16 碼。",
  notANumber: "繳款帳號是 16 個數字，請再核對。",
  bill: "繳費單",
  account: "繳款帳號",
  school: "學校",
  student: "學生",
  item: "項目",
  dueDate: "繳費期限",
  amount: "金額",
  pay: "付款",
  back: "返回",
  history: "付款紀錄",
  none: "還沒有付款紀錄。",
  waiting: "通知校方中",
  done: "已入帳",
  over: "重複繳費，學校將退款",
  unapplied: "繳費單已更改，款項由學校處理",
  refused: "校方未收，已退回餘額",
  linkTitle: "連結校園繳費",
  linkLead: "連結後，孩子的新繳費單會即時出現在這裡。錢包只看得到繳費單，您隨時可以終止。",
  link: "連結我的帳號",
  linkedTitle: "孩子的繳費單",
  linkedSince: "已連結，自",
  noLinkedBills: "目前沒有待繳的繳費單。",
  linkedNotices: "通知",
  showBill: "查看並付款",
  endLink: "終止連結",
  unlinked: "已終止連結。",
  noticeKinds: {
    ISSUED: "新的繳費單",
    PAID: "已繳費",
    DUE_SOON: "即將到期",
    OVERDUE: "已逾期",
    AMENDED: "繳費單已更正",
    VOIDED: "繳費單已作廢",
    OVERPAID: "重複繳費",
    REFUNDED: "已退款",
  } as Readonly<Record<string, string>>,
  linkOutcomes: {
    done: "已連結。",
    none: "沒有連結：您沒有同意，或這次連結已失效，請再試一次。",
    failed: "目前無法連結，請稍後再試。",
  } as Readonly<Record<string, string>>,
  failures: {
    BILL_NOT_FOUND: "找不到這個繳款帳號的繳費單，請核對號碼。",
    NOT_PAYABLE: "這張繳費單目前不能以錢包付款。",
    AMOUNT_CHANGED: "金額已變更，請重新查詢。",
    BALANCE_TOO_LOW: "餘額不足。",
    ALREADY_PAID_HERE: "這張繳費單已經付款。",
    TOO_MANY_ATTEMPTS: "查詢次數過多，請稍後再試。",
    CITY_UNAVAILABLE: "目前無法連上校園繳費系統，請稍後再試。",
    UNREACHABLE: "無法連線，請檢查網路後再試。",
    BAD_REQUEST: "內容有誤，請重新操作。",
  } as Record<string, string>,
  statuses: {
    PAID: "已繳清",
    VOIDED: "已作廢",
    SUPERSEDED: "已換發新的繳款帳號",
    WAIVED: "已減免",
  } as Record<string, string>,
  pastDue: "已逾期，或不收錢包付款",
};

const en: typeof zh = {
  title: "Play wallet",
  other: "中文",
  balance: "Balance",
  play: "A wallet for trying out; its money is play money.",
  lead: "Type the 16 digits of a school bill, or scan its TWQR or store barcode.",
  tryWith: "In the demo city a number stands on each bill of the parents’ app:",
  parents: "open the parents’ app",
  number: "Account number (16 digits)",
  find: "Find the bill",
  scan: "Scan",
  picture: "Choose a picture",
  stop: "Stop scanning",
  aim: "Hold the bill's QR code, or the second of its store barcodes, before the camera.",
  storePart: "This is the first or third store barcode. Hold the middle one before the camera.",
  nothingInPicture: "No bill's code was found in this picture. Choose another, or type the 16 digits.",
  noCamera: "The camera cannot be used. Allow it, choose a picture, or type the 16 digits.",
  notANumber: "An account number is 16 digits. Please check.",
  bill: "School bill",
  account: "Number",
  school: "School",
  student: "Student",
  item: "For",
  dueDate: "Due",
  amount: "Amount",
  pay: "Pay",
  back: "Back",
  history: "Payments",
  none: "No payments yet.",
  waiting: "Telling the school",
  done: "Received",
  over: "Paid twice: the school will refund it",
  unapplied: "The bill had changed; the school settles your payment",
  refused: "Not taken: the money is back in the balance",
  linkTitle: "Link school bills",
  linkLead:
    "Once linked, a child’s new bill appears here at once. The wallet sees bills and nothing else, and you can end it at any time.",
  link: "Link my account",
  linkedTitle: "Your children’s bills",
  linkedSince: "Linked since",
  noLinkedBills: "There is nothing to pay.",
  linkedNotices: "Notices",
  showBill: "Look and pay",
  endLink: "End the link",
  unlinked: "The link is ended.",
  noticeKinds: {
    ISSUED: "A new bill",
    PAID: "Paid",
    DUE_SOON: "Due soon",
    OVERDUE: "Overdue",
    AMENDED: "A bill was corrected",
    VOIDED: "A bill was voided",
    OVERPAID: "Paid twice",
    REFUNDED: "Refunded",
  },
  linkOutcomes: {
    done: "Linked.",
    none: "Nothing was linked: you did not agree, or this link is over. Please try again.",
    failed: "Linking is not possible right now. Please try again later.",
  },
  failures: {
    BILL_NOT_FOUND: "There is no bill of this number. Please check it.",
    NOT_PAYABLE: "This bill cannot be paid by wallet now.",
    AMOUNT_CHANGED: "The amount has changed. Please look again.",
    BALANCE_TOO_LOW: "The balance is too low.",
    ALREADY_PAID_HERE: "This bill has been paid.",
    TOO_MANY_ATTEMPTS: "Too many numbers were tried. Please wait a while.",
    CITY_UNAVAILABLE: "The city's system cannot be reached now. Please try again shortly.",
    UNREACHABLE: "No connection. Check your network and try again.",
    BAD_REQUEST: "Something is wrong with what was sent. Please start again.",
  },
  statuses: { PAID: "Paid", VOIDED: "Voided", SUPERSEDED: "Replaced by a new number", WAIVED: "Waived" },
  pastDue: "Past due, or not payable by wallet",
};

export const languages = { "zh-TW": zh, en };
export type Language = keyof typeof languages;
export type Words = typeof zh;

const chosen = "wallet.language";

/** What was chosen before, or the browser's. */
export function firstLanguage(): Language {
  const kept = localStorage.getItem(chosen);
  if (kept === "en" || kept === "zh-TW") return kept;
  return navigator.language.startsWith("zh") ? "zh-TW" : "en";
}

export function chooseLanguage(language: Language): void {
  localStorage.setItem(chosen, language);
}

export function money(amount: number): string {
  return `NT$${amount.toLocaleString("en")}`;
}

export function dayAndTime(at: string, language: Language): string {
  const options = { dateStyle: "medium", timeStyle: "short", timeZone: "Asia/Taipei" } as const;
  const locale = language === "en" ? "en-GB" : "zh-TW-u-ca-roc";
  return new Intl.DateTimeFormat(locale, options).format(new Date(at));
}

export function day(date: string, language: Language): string {
  const locale = language === "en" ? "en-GB" : "zh-TW-u-ca-roc";
  return new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "Asia/Taipei" }).format(
    new Date(`${date}T12:00:00+08:00`),
  );
}
