import type { Sentences } from "../sentences.js";

/** What `npm run schools` says by itself; what is wrong in a line of the list, roster says. */
export const words = {
  usage: {
    "zh-TW":
      "用法：npm run schools 列出本市學校；npm run schools -- <檔案.csv> [--dry-run] [--whole] 登錄清單，" +
      "標題列為 code,name,level；加上 --whole 時，清單上沒有的學校會移除。",
    en:
      "npm run schools lists the city's schools; npm run schools -- <file.csv> [--dry-run] [--whole] enters a list " +
      "with the titles code,name,level; with --whole, what it does not name is taken out.",
  },
  notEntered: {
    "zh-TW": "未登錄任何學校。\n{problems}\n→ 請更正以上各行後，再執行一次。",
    en: "Nothing was entered.\n{problems}\n→ Correct these lines, then enter the list again.",
  },
  entered: {
    "zh-TW": "新增 {added} 所、變更 {changed} 所、移除 {removed} 所。",
    en: "{added} added, {changed} changed, {removed} taken out.",
  },
  dryRun: {
    "zh-TW": "僅為試算，未作任何變更。新增 {added} 所、變更 {changed} 所、移除 {removed} 所。",
    en: "A dry run; nothing was done. {added} added, {changed} changed, {removed} taken out.",
  },
  notUtf8: {
    "zh-TW": "{path} 不是 UTF-8 編碼。\n→ 請另存為「CSV UTF-8」。",
    en: "{path} is not UTF-8.\n→ Save it as “CSV UTF-8”.",
  },
  unreadable: {
    "zh-TW": "無法讀取 {path}：{fault}。\n→ 請指定您有權讀取的檔案。",
    en: "{path} cannot be read: {fault}.\n→ Name a file that this user may read.",
  },
} as const satisfies Sentences;
