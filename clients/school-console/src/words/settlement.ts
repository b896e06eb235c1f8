import type { Remedy, SettlementExceptionKind } from "@campus-graph/clients/generated/operations";
import type { Catalogue } from "@campus-graph/ui/words/catalogue.js";

/** What the bank's files say, and what does not fit in them. */
interface SettlementWords {
  title: string;
  lead: string;
  choose: string;
  chooseHint: string;
  running: string;
  done(partner: string, day: string, lines: number, open: number): string;
  tooLarge: string;
  exceptions: string;
  show: string;
  shows: Record<"OPEN" | "ALL", string>;
  none: string;
  kinds: Record<SettlementExceptionKind, string>;
  means: Record<SettlementExceptionKind, string>;
  line(line: number): string;
  noLine: string;
  difference(amount: string): string;
  suspended: string;
  resolved: string;
  remedies: Record<Remedy, string>;
  did: Record<Remedy, string>;
  note: string;
  noteHint: string;
  noteMissing: string;
  number: string;
  numberHint: string;
  numberMissing: string;
  cancel: string;
  files: string;
  noFiles: string;
  unfinished: string;
  columns: {
    file: string;
    lines: string;
    bank: string;
    ledger: string;
    bills: string;
    differing: string;
    suspense: string;
    givenBack: string;
    open: string;
  };
  agrees: string;
  differs: string;
}

export const settlementWords: Catalogue<SettlementWords> = {
  "zh-TW": {
    title: "銀行對帳",
    lead: "匯入銀行的每日對帳檔：逐筆核對通知、帳冊與繳費單。同一檔匯入幾次，都只入帳一次。",
    choose: "匯入對帳檔",
    chooseHint: "CSV 或固定欄寬，256 KB 以內；較大的檔案請由維運人員以指令匯入。",
    running: "匯入中…",
    done: (partner, day, lines, open) =>
      `${partner} ${day}：${lines.toLocaleString("en")} 筆已核對，${open} 筆待處理。`,
    tooLarge: "檔案超過 256 KB，請由維運人員以指令匯入。",
    exceptions: "不符的項目",
    show: "狀態",
    shows: { OPEN: "待處理", ALL: "全部" },
    none: "沒有不符的項目",
    kinds: {
      UNKNOWN_NUMBER: "查無帳號",
      AMOUNT_DIFFERS: "金額不符",
      NOT_NOTIFIED: "未收到通知",
      NOT_SETTLED: "銀行未入帳",
      DUPLICATE: "重複",
      SUPERSEDED: "舊帳號",
    },
    means: {
      UNKNOWN_NUMBER: "本校沒有這個帳號的繳費單，或沒有這筆核准的退費；款項在暫收。",
      AMOUNT_DIFFERS: "與通知的金額不同，差額留在在途款；或與繳費單不同，已列為待處理款項。",
      NOT_NOTIFIED: "業者沒有通知，但銀行已收到；已依檔案入帳。",
      NOT_SETTLED: "業者已通知收款，但銀行檔案沒有這一筆。",
      DUPLICATE: "同一交易序號先前的檔案已有；款項在暫收。",
      SUPERSEDED: "以停用的帳號繳入；已依新的繳費單入帳。",
    },
    line: (line) => `第 ${line} 行`,
    noLine: "檔案中沒有",
    difference: (amount) => `差額 ${amount}`,
    suspended: "暫收中",
    resolved: "已處理",
    remedies: { APPLY: "入到繳費單", REFUND: "已退回銀行", HOLD: "記下說明" },
    did: { APPLY: "已入帳", REFUND: "已退回銀行", HOLD: "已記下" },
    note: "說明",
    noteHint: "只有出納人員會看到",
    noteMissing: "請填寫",
    number: "繳款帳號（16 碼）",
    numberHint: "這筆款項應入的繳費單",
    numberMissing: "請填 16 碼數字",
    cancel: "先不處理",
    files: "已匯入的檔案",
    noFiles: "還沒有匯入任何檔案",
    unfinished: "未完成，請再匯入一次",
    columns: {
      file: "檔案",
      lines: "筆數",
      bank: "銀行",
      ledger: "帳冊",
      bills: "繳費單",
      differing: "差額",
      suspense: "暫收",
      givenBack: "退回銀行",
      open: "待處理",
    },
    agrees: "三方相符",
    differs: "三方不符，請通知維運人員",
  },
  en: {
    title: "Settlement",
    lead: "Import the bank’s daily file: notices, books and bills are compared line by line. A file is booked once, however often it is imported.",
    choose: "Import a file",
    chooseHint: "CSV or fixed width, up to 256 KB; the operator imports larger ones by a command.",
    running: "Importing…",
    done: (partner, day, lines, open) =>
      `${partner}, ${day}: ${lines.toLocaleString("en")} lines compared, ${open} open.`,
    tooLarge: "The file has more than 256 KB: have the operator import it by a command.",
    exceptions: "What does not fit",
    show: "State",
    shows: { OPEN: "Open", ALL: "All" },
    none: "Everything fits",
    kinds: {
      UNKNOWN_NUMBER: "Unknown number",
      AMOUNT_DIFFERS: "Amount differs",
      NOT_NOTIFIED: "Not notified",
      NOT_SETTLED: "Not settled",
      DUPLICATE: "Duplicate",
      SUPERSEDED: "Retired number",
    },
    means: {
      UNKNOWN_NUMBER:
        "No bill of the school has this number, or no approved refund this id; the money is in suspense.",
      AMOUNT_DIFFERS:
        "Not what was notified: the difference stays in clearing. Or not what the bill asks: the money waits in a case.",
      NOT_NOTIFIED: "No partner told of it, and the bank has it; it is booked.",
      NOT_SETTLED: "A partner told of it, and no file has brought it.",
      DUPLICATE: "A file has brought this transaction before; the money is in suspense.",
      SUPERSEDED: "Paid under a retired number; it is booked.",
    },
    line: (line) => `line ${line}`,
    noLine: "in no file",
    difference: (amount) => `difference ${amount}`,
    suspended: "in suspense",
    resolved: "dealt with",
    remedies: { APPLY: "Apply to a bill", REFUND: "The bank has it back", HOLD: "Note it" },
    did: { APPLY: "booked", REFUND: "given back to the bank", HOLD: "noted" },
    note: "Note",
    noteHint: "Only cashiers read it",
    noteMissing: "Write something",
    number: "Account number (16 digits)",
    numberHint: "Of the bill for which the money was",
    numberMissing: "Write 16 digits",
    cancel: "Leave it",
    files: "Imported files",
    noFiles: "No file has been imported yet",
    unfinished: "Unfinished: import it again",
    columns: {
      file: "File",
      lines: "Lines",
      bank: "Bank",
      ledger: "Books",
      bills: "Bills",
      differing: "Differing",
      suspense: "Suspense",
      givenBack: "Given back",
      open: "Open",
    },
    agrees: "All three agree",
    differs: "They do not agree: tell the operator",
  },
};
