import type { Sentences } from "../sentences.js";

/** Why `npm start` does not use the data folder or the given server as they are. */
export const words = {
  folderUnusable: {
    "zh-TW":
      "無法使用資料夾 {path}：{fault}\n→ 請改用這個使用者可寫入的資料夾：CAMPUS_DATA=/some/folder npm start",
    en: "The data folder {path} cannot be used: {fault}\n→ Choose a folder that this user may write to: CAMPUS_DATA=/some/folder npm start",
  },
  folderOfOther: {
    "zh-TW":
      "{path} 的資料屬於使用者 {owner}，而目前的使用者是 {self}。\n→ 請以該使用者啟動（root 的資料須以 root 啟動），或改用其他資料夾：CAMPUS_DATA=/some/folder npm start",
    en: "The data in {path} belongs to user {owner}, and this is user {self}.\n→ Start as that user (root's data needs root), or choose another folder: CAMPUS_DATA=/some/folder npm start",
  },
  keysLost: {
    "zh-TW":
      "{postgres} 有資料，但 {keys} 缺少其金鑰。\n→ 請放回金鑰；若要重新開始，請移除 {folder} 再啟動。",
    en: "There is data in {postgres}, but its keys are missing from {keys}.\n→ Put the keys back; or, to begin anew, remove {folder} and start again.",
  },
  damaged: {
    "zh-TW": "{file} 的內容已損壞：{fault}\n→ 請以備份還原；若沒有資料要保留，請移除它再啟動。",
    en: "{file} is damaged: {fault}\n→ Put it back from a backup; where no data is to be kept, remove it and start again.",
  },
  alreadyRunning: {
    "zh-TW":
      "這個資料夾的系統已在 {url} 執行（行程 {pid}）。\n→ 請直接使用，或在其終端機按 Ctrl-C 或以 `kill {pid}` 停止；若要同時執行另一個：PORT=4100 CAMPUS_DATA=/some/other/folder npm start",
    en: "Campus Graph already runs from this folder, at {url} (process {pid}).\n→ Use it, stop it with Ctrl-C in its terminal or `kill {pid}`, or start a second one beside it: PORT=4100 CAMPUS_DATA=/some/other/folder npm start",
  },
  notDurable: {
    "zh-TW":
      "PostgreSQL 的 {settings} 已關閉：已確認的繳費可能遺失。\n→ 請開啟：alter system set {first} = on; select pg_reload_conf();",
    en: "PostgreSQL runs with {settings} off: it would lose payments that it has acknowledged.\n→ Switch on: alter system set {first} = on; select pg_reload_conf();",
  },
} as const satisfies Sentences;
