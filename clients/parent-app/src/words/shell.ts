import type { Catalogue } from "@campus-graph/ui/words/catalogue.js";

/** The frame around every screen, and the first one. */
interface ShellWords {
  app: string;
  language: string;
  nav: { label: string; bills: string; notices: string; applications: string; me: string };
  unpaid(count: number): string;
  unread(count: number): string;
  welcome: {
    title: string;
    lead: string;
    signIn: string;
    signInHint: string;
    apply: string;
    applyHint: string;
    follow: string;
    failed: string;
  };
  notFound: { title: string; lead: string; home: string };
  signedOut: string;
  toast: { open: string };
}

export const shellWords: Catalogue<ShellWords> = {
  "zh-TW": {
    app: "校園繳費",
    language: "English",
    nav: { label: "主選單", bills: "帳單", notices: "通知", applications: "親子綁定", me: "我的" },
    unpaid: (count) => `${count} 張待繳`,
    unread: (count) => `${count} 則未讀`,
    welcome: {
      title: "孩子的繳費單，都在這裡",
      lead: "完成親子綁定後，所有孩子的繳費單會集中在一處，有新帳單立刻通知您。",
      signIn: "登入",
      signInHint: "已經有臺北市校園單一身分驗證帳號",
      apply: "申請親子綁定",
      applyHint: "第一次使用，不需要帳號，約 5 分鐘",
      follow: "申請過了，查看進度或繼續填寫",
      failed: "登入沒有完成，請再試一次。",
    },
    notFound: { title: "找不到這一頁", lead: "網址可能打錯，或這一頁已經不在了。", home: "回到首頁" },
    signedOut: "您已登出。這台裝置上沒有留下孩子的資料。",
    toast: { open: "查看" },
  },
  en: {
    app: "Campus Bills",
    language: "中文",
    nav: { label: "Main menu", bills: "Bills", notices: "Notices", applications: "Children", me: "Me" },
    unpaid: (count) => (count === 1 ? "1 bill to pay" : `${count} bills to pay`),
    unread: (count) => `${count} unread`,
    welcome: {
      title: "Your children’s school bills, in one place",
      lead: "Once your children are linked, all of their bills are here, and you are told the moment a new one is out.",
      signIn: "Sign in",
      signInHint: "You have a Taipei campus single sign-on account",
      apply: "Link your child",
      applyHint: "First time here: no account needed, about 5 minutes",
      follow: "Applied already? See how it stands, or go on",
      failed: "Signing in was not completed. Please try again.",
    },
    notFound: {
      title: "Page not found",
      lead: "The address may be mistyped, or the page is gone.",
      home: "Go to the first page",
    },
    signedOut: "You are signed out. Nothing about your children was left on this device.",
    toast: { open: "Open" },
  },
};
