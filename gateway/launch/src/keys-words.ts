import type { Sentences } from "./sentences.js";

/** What `npm run keys` says. */
export const words = {
  usage: {
    "zh-TW": "請指定一個資料夾，用來存放金鑰。\n→ npm run keys -- /some/folder",
    en: "One folder is wanted, where the keys are to lie.\n→ npm run keys -- /some/folder",
  },
  notEmpty: {
    "zh-TW":
      "{folder} 不是空的，其中有 {found}。\n→ 資料寫入時所用的金鑰無法重新產生，所以不會覆寫。請指定其他資料夾。",
    en: "{folder} is not empty: it holds {found}.\n→ Keys that data was written with cannot be made again, so none are overwritten. Give another folder.",
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
