import type { Sentences } from "../sentences.js";

/** What `npm run settle` says by itself; what is wrong with a file, payments says. */
export const words = {
  usage: {
    "zh-TW":
      "用法：npm run settle -- <對帳檔> [--school <學校代碼>] 入帳；npm run settle 列出暫收項目；" +
      "npm run settle -- place <編號> <繳款帳號> <說明> 入到繳費單；npm run settle -- give-back <編號> <說明> 已退回銀行。",
    en:
      "npm run settle -- <file> [--school <code>] books a file; npm run settle lists what is in suspense; " +
      "npm run settle -- place <id> <account number> <note> books it for a bill; npm run settle -- give-back <id> <note>: the bank has it back.",
  },
  imported: {
    "zh-TW":
      "{partner} {day} 第 {number} 檔：{lines} 筆，相符 {matched}，不符 {exceptions}（待處理 {openExceptions}）。\n" +
      "銀行 {bank} ＝ 帳冊 {ledger} ＝ 繳費單 {bills} ＋ 差額 {differing} ＋ 暫收 {suspense} ＋ 退回銀行 {givenBack}",
    en:
      "{partner}, {day}, file {number}: {lines} lines, {matched} fit, {exceptions} exceptions ({openExceptions} open).\n" +
      "bank {bank} = books {ledger} = bills {bills} + differing {differing} + suspense {suspense} + given back {givenBack}",
  },
  differs: {
    "zh-TW": "三方不符：帳冊可能遭更動。\n→ 請保存資料庫並比對備份。",
    en: "The three do not agree: the books may have been altered.\n→ Keep the database as it is, and compare it with a backup.",
  },
  nothing: { "zh-TW": "沒有暫收項目。", en: "Nothing is in suspense." },
  decided: { "zh-TW": "已處理。", en: "Done." },
  unreadable: {
    "zh-TW": "無法讀取 {path}：{fault}。\n→ 請指定您有權讀取的檔案。",
    en: "{path} cannot be read: {fault}.\n→ Name a file that this user may read.",
  },
} as const satisfies Sentences;
