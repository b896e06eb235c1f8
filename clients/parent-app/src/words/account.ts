import type { Catalogue } from "@campus-graph/ui/words/catalogue.js";

/** What a person changes about how they sign in, and sees of it. */
interface AccountWords {
  userName: {
    title: string;
    lead: string;
    name: string;
    hint: string;
    missing: string;
    save: string;
    saved(name: string): string;
    remove: string;
    gone: string;
  };
  signIns: {
    title: string;
    lead: string;
    none: string;
    succeeded: string;
    failed: string;
    from(address: string): string;
    more: string;
  };
  contact: {
    title: string;
    lead: string;
    email: string;
    mobile: string;
    noMobile: string;
    another: string;
    changed: string;
  };
}

export const accountWords: Catalogue<AccountWords> = {
  "zh-TW": {
    userName: {
      title: "自訂帳號",
      lead: "除了電子信箱，也可以用自己取的帳號登入。",
      name: "自訂帳號",
      hint: "4 到 30 個英文字母、中文字、數字或 . _ - 符號，以字母或中文字開頭。",
      missing: "請填寫自訂帳號。",
      save: "儲存",
      saved: (name) => `已儲存，之後可以用「${name}」登入。`,
      remove: "不再使用自訂帳號",
      gone: "已取消自訂帳號。",
    },
    signIns: {
      title: "登入紀錄",
      lead: "登入成功與失敗的紀錄。有不認得的，請更改密碼並登出所有裝置。",
      none: "還沒有紀錄。",
      succeeded: "登入成功",
      failed: "登入失敗",
      from: (address) => `網路位址 ${address}`,
      more: "更早的紀錄",
    },
    contact: {
      title: "更改電子信箱或手機",
      lead: "驗證碼會寄到新的信箱或手機。原來的信箱會收到通知，7 天內可以恢復。",
      email: "電子信箱（登入帳號）",
      mobile: "手機號碼",
      noMobile: "未填寫",
      another: "改成",
      changed: "已更改。下次請用新的信箱或手機號碼登入。",
    },
  },
  en: {
    userName: {
      title: "User name",
      lead: "Beside your e-mail address you can sign in by a name of your own.",
      name: "User name",
      hint: "4 to 30 letters, Chinese characters, digits or . _ - beginning with a letter.",
      missing: "Please fill in a user name.",
      save: "Save",
      saved: (name) => `Saved: from now on you can sign in as “${name}”.`,
      remove: "No user name any more",
      gone: "You have no user name any more.",
    },
    signIns: {
      title: "Who signed in",
      lead: "Sign-ins and failures of the last half year. If you do not know one, change your password and sign out everywhere.",
      none: "Nothing yet.",
      succeeded: "Signed in",
      failed: "Failed",
      from: (address) => `From ${address}`,
      more: "Earlier ones",
    },
    contact: {
      title: "Change e-mail or mobile",
      lead: "A code goes to the new address or number. The present address is told, and can undo it for seven days.",
      email: "E-mail (your login)",
      mobile: "Mobile number",
      noMobile: "Not given",
      another: "Change to",
      changed: "Changed. Next time sign in with the new address or number.",
    },
  },
};
