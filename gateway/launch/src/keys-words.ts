import type { Sentences } from "./sentences.js";

/** What `npm run keys` says. */
export const words = {
  usage: {
    "zh-TW":
      "請指定一個資料夾，用來存放金鑰。\n→ npm run keys -- /some/folder 產生金鑰，npm run keys -- rotate /some/folder 輪替金鑰，npm run keys -- drop /some/folder 移除不再需要的舊金鑰，npm run keys -- complete /some/folder 補上升級後新增的金鑰。",
    en: "One folder is wanted, where the keys are to lie.\n→ npm run keys -- /some/folder makes them; npm run keys -- rotate /some/folder rotates them; npm run keys -- drop /some/folder takes away old ones that nothing needs; npm run keys -- complete /some/folder adds what an upgrade needs.",
  },
  notEmpty: {
    "zh-TW":
      "{folder} 不是空的，其中有 {found}。\n→ 資料寫入時所用的金鑰無法重新產生，所以不會覆寫。請指定其他資料夾。",
    en: "{folder} is not empty: it holds {found}.\n→ Keys that data was written with cannot be made again, so none are overwritten. Give another folder.",
  },
  demoKeys: {
    "zh-TW":
      "{folder} 的金鑰是為示範產生的，每次啟動都會重寫。\n→ 只有以 npm run keys -- <資料夾> 產生的金鑰才能輪替。",
    en: "The keys in {folder} were generated for the demo, which writes them anew at every start.\n→ Only keys that npm run keys -- <folder> made are rotated.",
  },
  noKeysThere: {
    "zh-TW": "{folder} 沒有金鑰檔。\n→ 請指定 npm run keys 當初產生金鑰的資料夾（KEYS_FOLDER）。",
    en: "There are no key files in {folder}.\n→ Give the folder that npm run keys made (KEYS_FOLDER).",
  },
  nothingToUse: {
    "zh-TW":
      "{folder} 的 {rings} 尚無下一把金鑰。\n→ 請先執行 npm run keys -- rotate {folder} add，並等各服務讀取。",
    en: "{rings} in {folder} have no next key yet.\n→ First run npm run keys -- rotate {folder} add, and let every service read it.",
  },
  added: {
    "zh-TW": "{folder} 的各檔已加入下一把金鑰，目前只用於讀取；執行中的服務十五秒內會讀到。",
    en: "The files in {folder} hold a next key that only reads; services that run read it within fifteen seconds.",
  },
  used: {
    "zh-TW":
      "今後以新的金鑰寫入與簽章；先前的金鑰仍用於讀取與驗證，請勿自行刪除。\n請另存 {folder}，勿與資料庫的備份放在一起。\n各服務會在背景以新的金鑰重新封存資料列；完成後可執行 npm run keys -- drop {folder} 移除舊金鑰。\nindex、person、code、serial 不變。",
    en: "The new keys write and sign from now on; the earlier ones go on reading and being believed, and must stay.\nKeep a copy of {folder} where the database's backups are not.\nThe services seal rows anew in the background; npm run keys -- drop {folder} then takes the old keys away.\nindex, person, code and serial are unchanged.",
  },
  rowsLeft: {
    "zh-TW":
      "仍有資料列以舊金鑰封存，未移除任何金鑰：{left}。\n→ 各服務正在背景重新封存，請稍後再執行 npm run keys -- drop {folder}；若數字不再減少，請查看服務記錄。",
    en: "Rows are still sealed by earlier keys, and no key was dropped: {left}.\n→ The services are sealing them anew; run npm run keys -- drop {folder} again later. If the numbers stand still, look into the services' logs.",
  },
  keptUntil: {
    "zh-TW": "保留 {key}：以它簽發的內容到 {until} 前仍可能使用。",
    en: "{key} is kept: what it wrote may come in until {until}.",
  },
  dropped: {
    "zh-TW": "已移除：{keys}。\n先前的資料庫備份仍須使用移除前的 {folder}，請保留其副本。",
    en: "Dropped: {keys}.\nBackups of the database from before need {folder} as it was: keep its copy.",
  },
  noneDropped: {
    "zh-TW": "{folder} 沒有可移除的舊金鑰。",
    en: "There is no old key in {folder} that could go.",
  },
  completed: {
    "zh-TW": "已加入 {made}。\n請重新啟動服務，並更新 {folder} 的備份。",
    en: "{made}: made.\nStart the services anew, and renew your copy of {folder}.",
  },
  complete: {
    "zh-TW": "{folder} 的金鑰齊全，未作任何變更。",
    en: "The keys in {folder} are complete. Nothing was changed.",
  },
  unusable: {
    "zh-TW": "無法使用 {folder}：{fault}。\n→ 請指定這個使用者可寫入的資料夾。",
    en: "{folder} cannot be used: {fault}.\n→ Give a folder that this user may write to.",
  },
  made: {
    "zh-TW":
      "{files} 已存於 {folder}。\n請另存一份，勿與資料庫的備份放在一起：沒有金鑰就無法讀取資料，而兩者皆有者可讀取一切。\n啟動時請設 KEYS_FOLDER={folder}",
    en: "{files} are in {folder}.\nKeep a copy where the database's backups are not: the data cannot be read without them, and whoever has both reads all.\nStart with KEYS_FOLDER={folder}",
  },
} as const satisfies Sentences;
