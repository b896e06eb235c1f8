import type { Catalogue } from "@campus-graph/ui/words/catalogue.js";

interface PerKind {
  email: string;
  mobile: string;
  nationalId: string;
  userName: string;
}

interface PerState {
  AWAITING_FIRST_SIGN_IN: string;
  ACTIVE: string;
  LOCKED: string;
  DISABLED: string;
}

/** The IT office's room. */
interface ItWords {
  tabs: string;
  accounts: {
    tab: string;
    title: string;
    lead: string;
    by: string;
    kinds: PerKind;
    hints: PerKind;
    find: string;
    missing: string;
    none: string;
    account(name: string): string;
    email: string;
    mobile: string;
    noMobile: string;
    roles: string;
    noRoles: string;
    guardian: string;
    since: string;
    firstSignInUntil: string;
    disabledAt: string;
    disabledReason: string;
    states: PerState;
    stateHints: PerState;
  };
}

export const itWords: Catalogue<ItWords> = {
  "zh-TW": {
    tabs: "資訊組",
    accounts: {
      tab: "帳號",
      title: "查找帳號",
      lead: "協助家長與同仁登入。只查得到在貴校任職、或孩子就讀貴校的人；每次查詢都會留下紀錄。",
      by: "以什麼查找",
      kinds: { email: "電子信箱", mobile: "手機號碼", nationalId: "身分證字號", userName: "自訂帳號" },
      hints: {
        email: "登入用的電子信箱，須完整。",
        mobile: "本人驗證過的手機號碼。",
        nationalId: "身分證統一編號或統一證號，請向本人確認。",
        userName: "本人自訂的帳號。",
      },
      find: "查找",
      missing: "請先填寫要查找的內容。",
      none: "貴校沒有這樣的帳號。",
      account: (name) => `${name}的帳號`,
      email: "登入信箱",
      mobile: "手機號碼",
      noMobile: "未填寫",
      roles: "身分",
      noRoles: "沒有身分",
      guardian: "家長",
      since: "建立日期",
      firstSignInUntil: "第一次登入期限",
      disabledAt: "停用時間",
      disabledReason: "停用原因",
      states: {
        AWAITING_FIRST_SIGN_IN: "尚未第一次登入",
        ACTIVE: "使用中",
        LOCKED: "暫時鎖定",
        DISABLED: "已停用",
      },
      stateHints: {
        AWAITING_FIRST_SIGN_IN: "還沒設定自己的密碼。",
        ACTIVE: "可以登入。忘記密碼時，請在登入頁以驗證碼重設。",
        LOCKED: "密碼錯誤太多次，15 分鐘內不接受陌生裝置以密碼登入；以驗證碼仍可登入。",
        DISABLED: "任何人都無法以此帳號登入。",
      },
    },
  },
  en: {
    tabs: "IT office",
    accounts: {
      tab: "Accounts",
      title: "Find an account",
      lead: "To help parents and colleagues sign in. You find those who work at your school or have a child there; each search is written down.",
      by: "Find by",
      kinds: {
        email: "E-mail address",
        mobile: "Mobile number",
        nationalId: "National ID",
        userName: "User name",
      },
      hints: {
        email: "The whole address that they sign in with.",
        mobile: "The number, if they have verified it.",
        nationalId: "National ID or resident certificate number, as they tell you.",
        userName: "The name of their own choice.",
      },
      find: "Find",
      missing: "Say first what to look for.",
      none: "There is no such account at your school.",
      account: (name) => `The account of ${name}`,
      email: "Login e-mail",
      mobile: "Mobile number",
      noMobile: "Not given",
      roles: "Roles",
      noRoles: "No role",
      guardian: "Guardian",
      since: "Since",
      firstSignInUntil: "First sign-in until",
      disabledAt: "Disabled",
      disabledReason: "Why",
      states: {
        AWAITING_FIRST_SIGN_IN: "Waits for its first sign-in",
        ACTIVE: "Active",
        LOCKED: "Locked for a while",
        DISABLED: "Disabled",
      },
      stateHints: {
        AWAITING_FIRST_SIGN_IN: "No password of their own yet.",
        ACTIVE: "They can sign in. Who forgot the password sets a new one by a code on the sign-in page.",
        LOCKED:
          "Too many wrong passwords: for 15 minutes no unknown browser signs in by a password. A mailed code still works.",
        DISABLED: "Nobody can sign in to it.",
      },
    },
  },
};
