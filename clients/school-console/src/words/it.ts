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

/** What an office does to an account. */
export type CareAct = "disable" | "enable" | "unlock" | "restart" | "resetFactor";

interface ActWords {
  act: string;
  title(name: string): string;
  lead: string;
  done: string;
}

/** The IT office's room. */
interface ItWords {
  tabs: string;
  accounts: {
    tab: string;
    title: string;
    lead: string;
    bureauLead: string;
    by: string;
    kinds: PerKind;
    hints: PerKind;
    find: string;
    missing: string;
    none: string;
    bureauNone: string;
    account(name: string): string;
    email: string;
    mobile: string;
    undeliverable: string;
    noMobile: string;
    roles: string;
    noRoles: string;
    guardian: string;
    since: string;
    firstSignInUntil: string;
    disabledAt: string;
    disabledReason: string;
    notYours: string;
    acts: Record<CareAct, ActWords>;
    reason: string;
    reasonHint: string;
    reasonMissing: string;
    leave: string;
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
      bureauLead: "協助全市家長與學校人員登入。每次查詢都會留下紀錄。",
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
      bureauNone: "本市沒有這樣的帳號。",
      account: (name) => `${name}的帳號`,
      email: "登入信箱",
      mobile: "手機號碼",
      undeliverable: "寄到這個信箱的信被退回",
      noMobile: "未填寫",
      roles: "身分",
      noRoles: "沒有身分",
      guardian: "家長",
      since: "建立日期",
      firstSignInUntil: "第一次登入期限",
      disabledAt: "停用時間",
      disabledReason: "停用原因",
      notYours: "此人另有他校或教育局的職務，或是您自己的帳號：請洽教育局或其他同仁處理。",
      acts: {
        disable: {
          act: "停用帳號",
          title: (name) => `停用${name}的帳號？`,
          lead: "立即生效：所有裝置都會登出，也無法再登入，直到恢復為止。",
          done: "帳號已停用，所有裝置都已登出。",
        },
        enable: {
          act: "恢復帳號",
          title: (name) => `恢復${name}的帳號？`,
          lead: "恢復後，本人可用原來的密碼登入。",
          done: "帳號已恢復，可以登入了。",
        },
        resetFactor: {
          act: "重設第二重驗證",
          title: (name) => `重設${name}的第二重驗證？`,
          lead: "手機與備用碼都遺失時使用，請先當面確認是本人。原有的驗證器、通行密鑰與備用碼全部失效，所有裝置登出；下次登入時重新設定。系統會寄信告知本人。",
          done: "第二重驗證已重設，並已寄信告知本人。",
        },
        unlock: {
          act: "解除鎖定",
          title: (name) => `解除${name}的鎖定？`,
          lead: "密碼錯誤次數重新計算，可以馬上再試。",
          done: "已解除鎖定，可以馬上登入。",
        },
        restart: {
          act: "重新開放第一次登入",
          title: (name) => `重新開放${name}的第一次登入？`,
          lead: "登入方式會重新寄到本人信箱；先前寄發的即失效。",
          done: "登入方式已重新寄出。",
        },
      },
      reason: "原因",
      reasonHint: "留存備查，本人看不到。",
      reasonMissing: "請填寫原因。",
      leave: "先不要",
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
      bureauLead: "To help parents and staff of the whole city sign in. Each search is written down.",
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
      bureauNone: "There is no such account in the city.",
      account: (name) => `The account of ${name}`,
      email: "Login e-mail",
      mobile: "Mobile number",
      undeliverable: "Mails to it come back",
      noMobile: "Not given",
      roles: "Roles",
      noRoles: "No role",
      guardian: "Guardian",
      since: "Since",
      firstSignInUntil: "First sign-in until",
      disabledAt: "Disabled",
      disabledReason: "Why",
      notYours:
        "This person also works elsewhere or at the bureau, or it is your own account: the bureau or a colleague has to help.",
      acts: {
        disable: {
          act: "Disable",
          title: (name) => `Disable the account of ${name}?`,
          lead: "It holds at once: every device is signed out, and nobody signs in until it is enabled again.",
          done: "The account is disabled; every device is signed out.",
        },
        enable: {
          act: "Enable",
          title: (name) => `Enable the account of ${name}?`,
          lead: "They can sign in again with the password that they had.",
          done: "The account is enabled.",
        },
        resetFactor: {
          act: "Reset second factor",
          title: (name) => `Reset the second factor of ${name}?`,
          lead: "For who has lost phone and recovery codes: first make sure that it is they. Their authenticator, passkeys and codes are void and all devices are signed out; they set up another one at the next sign-in. They are told by mail.",
          done: "The second factor is reset, and its owner was told by mail.",
        },
        unlock: {
          act: "Unlock",
          title: (name) => `Unlock the account of ${name}?`,
          lead: "Wrong passwords are counted anew, and they can try again at once.",
          done: "Unlocked: they can sign in at once.",
        },
        restart: {
          act: "Open the first sign-in anew",
          title: (name) => `Open the first sign-in of ${name} anew?`,
          lead: "How to sign in is mailed to them again; what was mailed before is dead.",
          done: "How to sign in was mailed again.",
        },
      },
      reason: "Why",
      reasonHint: "It is kept for an audit, and not shown to them.",
      reasonMissing: "Say why.",
      leave: "Leave it",
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
