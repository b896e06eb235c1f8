import type { Sentences } from "../sentences.js";

/** Why PostgreSQL, the one that comes along or a given one, cannot be used. */
export const words = {
  noPackage: {
    "zh-TW":
      "沒有適用於這台電腦的 PostgreSQL 套件（{name}）。\n→ 請改為指定伺服器：DATABASE_URL=postgresql://user:password@host/postgres npm start",
    en: "There is no PostgreSQL package for this machine ({name}).\n→ Give a server instead: DATABASE_URL=postgresql://user:password@host/postgres npm start",
  },
  programsDoNotRun: {
    "zh-TW":
      "{native} 的 PostgreSQL 程式無法在這台電腦執行。\n→ 請將 TMPDIR 設為所有使用者皆可進入並執行程式的資料夾，或指定伺服器：DATABASE_URL=postgresql://… npm start",
    en: "PostgreSQL's programs in {native} do not run here.\n→ Set TMPDIR to a folder that every user may enter and run programs from, or give a server: DATABASE_URL=postgresql://… npm start",
  },
  otherVersion: {
    "zh-TW":
      "{folder} 的資料由 PostgreSQL {found} 寫入，而這裡是 PostgreSQL {major}。\n→ 請將該資料夾移走以重新開始，或以 pg_upgrade 轉換。",
    en: "The data in {folder} was written by PostgreSQL {found}, and this is PostgreSQL {major}.\n→ Move that folder away to begin anew, or carry it over with pg_upgrade.",
  },
  userWithoutName: {
    "zh-TW":
      "使用者 {uid} 在這台電腦沒有名稱，而 PostgreSQL 需要名稱。\n→ 請將該使用者加入 /etc/passwd、改以其他使用者啟動，或指定伺服器：DATABASE_URL=postgresql://… npm start",
    en: "User {uid} has no name on this machine, and PostgreSQL wants one.\n→ Add the user to /etc/passwd, start as another, or give a server: DATABASE_URL=postgresql://… npm start",
  },
  folderNotMade: {
    "zh-TW":
      "PostgreSQL 無法建立資料夾 {folder}：{fault}\n→ 磁碟是否已滿，或其使用者不能寫入？請執行 npm run doctor 檢查。",
    en: "PostgreSQL could not make its data folder {folder}: {fault}\n→ Is the disk full, or may its user not write there? npm run doctor looks.",
  },
  portTaken: {
    "zh-TW": "PostgreSQL 不能使用埠 {port}：已被占用。\n→ 請停止占用該埠的程式，再啟動一次。",
    en: "PostgreSQL cannot listen on port {port}: it is taken.\n→ Stop what listens there and start again.",
  },
  notStarted: {
    "zh-TW":
      "PostgreSQL 無法以 {folder} 啟動：{fault}\n→ 請執行 npm run doctor，檢查磁碟、資料夾與其鎖定檔。",
    en: "PostgreSQL did not start over {folder}: {fault}\n→ npm run doctor looks at the disk, the folder and its lock.",
  },
  otherMode: {
    "zh-TW":
      "資料庫 {database} 的資料是以 {begun} 模式建立的，而這次啟動是 {mode}。\n→ 請給它獨立的空位置：CAMPUS_DATA=/some/folder；若用自己的伺服器，DATABASE_URL 也請換一個資料庫。",
    en: "The data in the database {database} was begun as {begun}, and this start is {mode}.\n→ Give it an empty place of its own: CAMPUS_DATA=/some/folder, and with a server of yours a DATABASE_URL with another database.",
  },
  unreachable: {
    "zh-TW":
      "{server} 的 PostgreSQL 不讓 {user} 連線：{fault}。\n→ 請檢查 DATABASE_URL，並確認伺服器已啟動、其使用者可建立資料庫與角色。",
    en: "PostgreSQL at {server} does not let {user} in: {fault}.\n→ Check DATABASE_URL, and that the server runs and its user may make databases and roles.",
  },
  refused: {
    "zh-TW":
      "{server} 的 PostgreSQL 拒絕了 {user} 的要求：{fault}。\n→ 請確認該使用者可建立資料庫與角色、伺服器可寫入且空間充足；npm run doctor 會逐項檢查。",
    en: "PostgreSQL at {server} refused what {user} wanted: {fault}.\n→ See that this user may make databases and roles, and that the server takes writes and has room; npm run doctor looks.",
  },
} as const satisfies Sentences;
