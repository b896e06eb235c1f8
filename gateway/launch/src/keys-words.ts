import type { Sentences } from "./sentences.js";

/** What `npm run keys` says. */
export const words = {
  usage: {
    "zh-TW":
      "請指定一個資料夾，用來存放金鑰。\n→ npm run keys -- /some/folder 產生金鑰，npm run keys -- rotate /some/folder 輪替金鑰，npm run keys -- complete /some/folder 補上升級後新增的金鑰。",
    en: "One folder is wanted, where the keys are to lie.\n→ npm run keys -- /some/folder makes them; npm run keys -- rotate /some/folder rotates them; npm run keys -- complete /some/folder adds what an upgrade needs.",
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
    "zh-TW": "{folder} 的各檔已加入下一把金鑰，目前只用於讀取；執行中的服務十秒內會讀到。",
    en: "The files in {folder} hold a next key that only reads; services that run read it within ten seconds.",
  },
  used: {
    "zh-TW":
      "今後以新的金鑰寫入；先前的金鑰仍用於讀取，請勿刪除。\n請另存 {folder}，勿與資料庫的備份放在一起。\n資料列仍由寫入時的金鑰封存；index、person、code、serial、cookie 與簽章金鑰不變。",
    en: "The new keys write from now on; the earlier ones go on reading and must stay.\nKeep a copy of {folder} where the database's backups are not.\nRows stay sealed by the key that wrote them; index, person, code, serial, cookie and the signing keys are unchanged.",
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
