import { type Details, fill, type Sentences, type Words } from "../sentences.js";
import type { Advice, UserError } from "../user-error.js";

/** What the doctor looks at, what it finds there, and what to do about it. */
export const words = {
  // What is looked at.
  machine: { "zh-TW": "電腦", en: "Machine" },
  node: { "zh-TW": "Node", en: "Node" },
  npm: { "zh-TW": "npm", en: "npm" },
  disk: { "zh-TW": "磁碟", en: "Disk" },
  dataFolder: { "zh-TW": "資料夾", en: "Data folder" },
  date: { "zh-TW": "日期", en: "Date" },
  lock: { "zh-TW": "鎖定檔", en: "Lock" },
  keys: { "zh-TW": "金鑰", en: "Keys" },
  passwords: { "zh-TW": "密碼", en: "Passwords" },
  ports: { "zh-TW": "埠", en: "Ports" },
  postgres: { "zh-TW": "PostgreSQL", en: "PostgreSQL" },
  postgresRights: { "zh-TW": "PostgreSQL 權限", en: "PostgreSQL rights" },
  durability: { "zh-TW": "資料保存", en: "Durability" },
  clock: { "zh-TW": "時鐘", en: "Clock" },
  mail: { "zh-TW": "郵件", en: "Mail" },
  configuration: { "zh-TW": "設定", en: "Configuration" },

  // The machine.
  noPackages: {
    "zh-TW": "{here} 沒有可用的 Node 與 PostgreSQL 套件",
    en: "{here} has no Node and PostgreSQL packages",
  },
  usePlatform: { "zh-TW": "請改用：{platforms}。", en: "Use one of {platforms}." },
  nodeMissing: {
    "zh-TW": "尚未安裝本專案自己的 Node",
    en: "the repository's own Node is not installed",
  },
  installNode: { "zh-TW": "請執行 npm start，它會安裝。", en: "Run npm start: it installs." },
  nodeFine: { "zh-TW": "{version}，來自套件", en: "{version}, from the packages" },
  nodeOther: { "zh-TW": "目前以 {version} 執行，應為 26", en: "runs on {version} instead of 26" },
  useScripts: {
    "zh-TW": "請使用 npm 的指令，它們會用正確的版本。",
    en: "Use the npm scripts: they run the right one.",
  },
  npmOld: { "zh-TW": "{version} 版過舊", en: "{version} is too old" },
  renewNpm: {
    "zh-TW": "請安裝 Node 20 或更新的版本，內含 npm 10。",
    en: "Install Node 20 or newer, which brings npm 10.",
  },
  npmMissing: { "zh-TW": "PATH 中找不到", en: "not found on the PATH" },
  installNpm: {
    "zh-TW": "請安裝 Node 20 或更新的版本，內含 npm。",
    en: "Install Node 20 or newer, which brings it.",
  },
  free: { "zh-TW": "{folder} 尚有 {size} GiB 可用空間", en: "{size} GiB free for {folder}" },
  makeRoom: {
    "zh-TW": "請清出空間，或改用其他位置：CAMPUS_DATA=/some/folder npm start",
    en: "Make room, or choose another place: CAMPUS_DATA=/some/folder npm start",
  },
  notWritable: { "zh-TW": "目前的使用者無法寫入 {folder}", en: "{folder} cannot be written by this user" },
  chooseFolder: {
    "zh-TW": "請改用其他位置：CAMPUS_DATA=/some/folder npm start",
    en: "Choose another: CAMPUS_DATA=/some/folder npm start",
  },
  clockUnset: { "zh-TW": "{now} 早於本軟體完成之時", en: "{now} is before this was written" },
  setClock: {
    "zh-TW": "請校正時鐘：權杖與繳費期限都以它為準。",
    en: "Set the clock: tokens and due dates depend on it.",
  },

  // What an earlier start left.
  lockFree: { "zh-TW": "未鎖定", en: "free" },
  lockHeld: {
    "zh-TW": "由 {url} 執行中的系統持有（行程 {pid}）",
    en: "held by the graph at {url} (process {pid})",
  },
  lockLeft: { "zh-TW": "先前的啟動程式遭強制結束而遺留", en: "left by a killed launcher" },
  lockLeftWith: {
    "zh-TW": "先前的啟動程式遭強制結束而遺留，仍在執行：{services}",
    en: "left by a killed launcher, with {services}",
  },
  nextStartClears: { "zh-TW": "下次 npm start 會清除。", en: "The next npm start clears it." },
  noneYet: { "zh-TW": "尚無，首次啟動時產生", en: "none yet; the first start makes them" },
  keysLost: {
    "zh-TW": "{postgres} 有資料，但缺少其金鑰",
    en: "there is data in {postgres}, but its keys are missing",
  },
  passwordsLost: {
    "zh-TW": "{postgres} 有資料，但缺少其密碼",
    en: "there is data in {postgres}, but its passwords are missing",
  },
  putBack: {
    "zh-TW": "請放回 {keys}；或移除 {folder} 重新開始。",
    en: "Put them back into {keys}; or remove {folder} to begin anew.",
  },
  orphan: {
    "zh-TW": "仍在執行，但其啟動程式已不在（行程 {pid}）",
    en: "runs without its launcher (process {pid})",
  },
  nextStartStops: { "zh-TW": "下次 npm start 會將它停止。", en: "The next npm start stops it." },

  // The ports.
  portsHeld: { "zh-TW": "由執行中的系統使用", en: "held by the running graph" },
  portsFree: { "zh-TW": "{port} 及各子圖的埠皆可使用", en: "{port} and the subgraphs' are free" },

  // The database.
  runAs: {
    "zh-TW": "{program}，以使用者 {uid} 執行（root 不得執行）",
    en: "{program}, run as user {uid} because root may not",
  },
  version: { "zh-TW": "第 {major} 版", en: "version {major}" },
  useNewer: {
    "zh-TW": "請使用 {oldest} 或更新的版本：自該版起才有 transaction_timeout。",
    en: "Use {oldest} or newer: transaction_timeout came with it.",
  },
  mayMake: { "zh-TW": "可建立資料庫與角色", en: "may make databases and roles" },
  mayNotMake: { "zh-TW": "不可建立資料庫與角色", en: "may not make databases and roles" },
  grantRights: {
    "zh-TW": "請授予權限：alter role … createdb createrole",
    en: "alter role … createdb createrole",
  },
  durable: {
    "zh-TW": "fsync、full_page_writes、synchronous_commit 皆已開啟",
    en: "fsync, full_page_writes, synchronous_commit are on",
  },
  notDurable: {
    "zh-TW": "{settings} 已關閉：已確認的繳費可能遺失",
    en: "{settings} off: acknowledged payments can be lost",
  },
  switchOn: {
    "zh-TW": "請開啟；否則 npm start 不接受此伺服器。",
    en: "Switch them on; start refuses this server.",
  },
  clockAgrees: { "zh-TW": "與資料庫伺服器一致", en: "agrees with the server's" },
  clockApart: { "zh-TW": "與資料庫伺服器相差 {seconds} 秒", en: "{seconds} s apart from the server's" },
  followTime: {
    "zh-TW": "請讓兩台電腦都與時間伺服器同步。",
    en: "Let both machines follow a time server.",
  },

  // The keys over the data.
  keysOfData: { "zh-TW": "是寫入資料時所用的金鑰", en: "are those that the data was written with" },
  keysNotOfData: { "zh-TW": "{subgraph}：{what}", en: "{subgraph}: {what}" },

  // The mail server.
  mailAnswers: { "zh-TW": "{server} 有回應", en: "{server} answers" },
  mailSilent: {
    "zh-TW": "{server} 在 {seconds} 秒內沒有回應",
    en: "{server} does not answer within {seconds} s",
  },
  mailUnreachable: { "zh-TW": "無法連線到 {server}（{code}）", en: "{server} cannot be reached ({code})" },
  checkSmtp: { "zh-TW": "請檢查 SMTP_URL 與網路。", en: "Check SMTP_URL and the way there." },

  // All in all.
  nothingMissing: { "zh-TW": "{mode}；沒有缺漏", en: "{mode}; nothing is missing" },
  allFine: { "zh-TW": "沒有任何問題。", en: "Nothing stands in the way." },
  inTheWay: { "zh-TW": "有 {count} 個問題待解決。", en: "{count} in the way." },
} as const satisfies Sentences;

/** A sentence in both languages, its details filled in. */
export function sentence(sentence: keyof typeof words, details: Details = {}): Words {
  const { en, "zh-TW": zh } = words[sentence];
  return { en: fill(en, details), "zh-TW": fill(zh, details) };
}

/** What has no language: a version, a folder. */
export function asItIs(text: string): Words {
  return { en: text, "zh-TW": text };
}

/** What the start would say of it, in the same words. */
export function adviceIn(error: UserError): Record<keyof Advice, Words> {
  const { en, "zh-TW": zh } = error.advice;
  return { what: { en: en.what, "zh-TW": zh.what }, remedy: { en: en.remedy, "zh-TW": zh.remedy } };
}
