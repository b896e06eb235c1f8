import type { Catalogue } from "@campus-graph/ui/words/catalogue.js";

/** The frame around every screen, and the first one. */
interface ShellWords {
  app: string;
  language: string;
  rooms: string;
  room: Record<"TEACHER" | "REGISTRAR" | "CASHIER" | "IT" | "BUREAU" | "SUPPORT", string>;
  school: string;
  signOut: string;
  account: string;
  welcome: { title: string; lead: string; signIn: string; hint: string; failed: string; parents: string };
  notFound: { title: string; lead: string; home: string };
  noRoom: { title: string; lead: string };
  firstPassword: { title: string; lead: string; go: string };
  secondFactor: { title: string; lead: string; go: string };
  ended: { title: string; lead: string; signIn: string; leave: string };
  backAgain: { title: string; lead: string };
}

export const shellWords: Catalogue<ShellWords> = {
  "zh-TW": {
    app: "校務工作台",
    language: "English",
    rooms: "職務",
    room: {
      TEACHER: "導師",
      REGISTRAR: "註冊組",
      CASHIER: "出納組",
      IT: "資訊組",
      BUREAU: "教育局",
      SUPPORT: "客服",
    },
    school: "學校",
    signOut: "登出",
    account: "我的帳號",
    welcome: {
      title: "教師與學校人員",
      lead: "審核親子綁定、管理學生資料、開立繳費單、協助登入。",
      signIn: "登入",
      hint: "以臺北市校園單一身分驗證帳號登入",
      failed: "登入沒有完成，請再試一次。",
      parents: "您是家長？請到家長頁面",
    },
    notFound: { title: "找不到這一頁", lead: "網址可能打錯，或這一頁已經不在了。", home: "回到首頁" },
    noRoom: {
      title: "這裡沒有這個帳號的職務",
      lead: "導師、註冊組、出納組的職務由貴校資訊組設定；若您是家長，請到家長頁面。",
    },
    firstPassword: {
      title: "請先設定自己的密碼",
      lead: "第一次登入後，須先更改密碼才能使用其他功能。",
      go: "更改密碼",
    },
    secondFactor: {
      title: "請以第二重驗證登入",
      lead: "學校人員登入時，除了密碼還需要驗證器 App 或通行密鑰。尚未設定的話，登入時會帶您完成設定。",
      go: "繼續登入",
    },
    ended: {
      title: "您的登入已經結束",
      lead: "為了保護學生資料，畫面先遮住了。您做到一半的內容都還在，重新登入後就能接著做。",
      signIn: "重新登入",
      leave: "不再繼續，清除畫面",
    },
    backAgain: { title: "您已登入", lead: "可以關閉這個分頁，回到原來的畫面繼續。" },
  },
  en: {
    app: "School Console",
    language: "中文",
    rooms: "Roles",
    room: {
      TEACHER: "Homeroom",
      REGISTRAR: "Registrar",
      CASHIER: "Cashier",
      IT: "IT office",
      BUREAU: "Bureau",
      SUPPORT: "Support",
    },
    school: "School",
    signOut: "Sign out",
    account: "My account",
    welcome: {
      title: "Teachers and school staff",
      lead: "Review applications, keep the school’s roster, issue bills, help people sign in.",
      signIn: "Sign in",
      hint: "With your Taipei campus single sign-on account",
      failed: "Signing in was not completed. Please try again.",
      parents: "Are you a parent? Go to the parents’ pages",
    },
    notFound: {
      title: "Page not found",
      lead: "The address may be mistyped, or the page is gone.",
      home: "Go to the first page",
    },
    noRoom: {
      title: "This account has no role here",
      lead: "Your school’s IT office appoints homeroom teachers, registrars and cashiers. If you are a parent, go to the parents’ pages.",
    },
    firstPassword: {
      title: "Choose a password of your own first",
      lead: "After the first sign-in nothing else is open until the password was changed.",
      go: "Change the password",
    },
    secondFactor: {
      title: "Sign in with a second factor",
      lead: "People of a school sign in with an authenticator app or a passkey beside the password. If you have none yet, the sign-in leads you through setting one up.",
      go: "Go on to sign-in",
    },
    ended: {
      title: "Your session has ended",
      lead: "The screen is covered to protect the students’ data. What you were doing is still there: sign in again and go on.",
      signIn: "Sign in again",
      leave: "Leave it, and clear the screen",
    },
    backAgain: { title: "You are signed in", lead: "Close this tab and go on where you were." },
  },
};
