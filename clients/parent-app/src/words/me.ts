import type { Catalogue } from "@campus-graph/ui/words/catalogue.js";

interface MeWords {
  title: string;
  name: string;
  email: string;
  supportNumber: string;
  mobile: string;
  applicant: string;
  language: string;
  password: string;
  changePassword: string;
  sessions: string;
  wallets: string;
  disclosures: string;
  currentPassword: string;
  newPassword: string;
  newAgain: string;
  rules: string;
  different: string;
  tooShort: string;
  missing: string;
  change: string;
  changed: string;
  show: string;
  firstTitle: string;
  firstLead: string;
  firstCurrent: string;
  firstCurrentHint: string;
  firstChange: string;
  waiting: string;
  waitingLead(day: string, until: string): string;
  accept: string;
  decline: string;
  accepted: string;
  declined: string;
  signOut: string;
  signOutHint: string;
  everywhere: string;
  everywhereHint: string;
  everywhereTitle: string;
  keep: string;
}

export const meWords: Catalogue<MeWords> = {
  "zh-TW": {
    title: "我的",
    name: "姓名",
    email: "電子信箱（登入帳號）",
    supportNumber: "客服編號",
    mobile: "手機號碼",
    applicant: "您目前以驗證碼進入，尚未有帳號。老師核可後就可以登入。",
    language: "語言",
    password: "密碼",
    changePassword: "更改密碼",
    sessions: "登入中的裝置",
    wallets: "已連結的電子支付",
    disclosures: "誰看過我的資料",
    currentPassword: "目前的密碼",
    newPassword: "新密碼",
    newAgain: "再輸入一次新密碼",
    rules: "8 到 128 個字元；不要用姓名、電話、身分證字號或常見的密碼。",
    different: "兩次輸入的新密碼不一樣。",
    tooShort: "新密碼至少要 8 個字元。",
    missing: "請填寫這一格。",
    change: "更改密碼",
    changed: "密碼已更改，其他裝置都已登出。",
    show: "顯示密碼",
    firstTitle: "請設定您的密碼",
    firstLead: "第一次登入要換成自己的密碼，之後就能看到孩子的帳單。請記下新密碼。",
    firstCurrent: "目前的密碼",
    firstCurrentHint: "就是剛才登入用的：身分證字號後六碼。",
    firstChange: "設定密碼並繼續",
    waiting: "等您確認的綁定",
    waitingLead: (day, until) =>
      `有人在 ${day} 用您的身分證字號、另一個電子信箱申請了親子綁定，學校已核可。如果是您本人，請接受；不是的話請拒絕。${until} 前有效。`,
    accept: "是我申請的，接受",
    decline: "不是我，拒絕",
    accepted: "已接受，孩子很快會出現在您的帳號裡。",
    declined: "已拒絕。",
    signOut: "登出",
    signOutHint: "這台裝置不會留下孩子的資料。",
    everywhere: "登出所有裝置",
    everywhereHint: "手機遺失、或懷疑有人用了您的帳號時使用。",
    everywhereTitle: "登出所有裝置？",
    keep: "先不要",
  },
  en: {
    title: "Me",
    name: "Name",
    email: "E-mail (your login)",
    supportNumber: "Support number",
    mobile: "Mobile number",
    applicant:
      "You came in with a code and have no account yet. You can sign in once a teacher has approved.",
    language: "Language",
    password: "Password",
    changePassword: "Change the password",
    sessions: "Where you are signed in",
    wallets: "Linked wallets",
    disclosures: "Who looked at my data",
    currentPassword: "Present password",
    newPassword: "New password",
    newAgain: "New password again",
    rules: "8 to 128 characters; not your name, number or national ID, and not a common one.",
    different: "The two new passwords differ.",
    tooShort: "The new password needs at least 8 characters.",
    missing: "Please fill this in.",
    change: "Change the password",
    changed: "The password is changed; every other device is signed out.",
    show: "Show the passwords",
    firstTitle: "Choose your password",
    firstLead:
      "At the first sign-in you choose a password of your own; then your children’s bills are yours to see. Keep it safe.",
    firstCurrent: "Present password",
    firstCurrentHint: "The one that you just signed in with: the last six of your national ID.",
    firstChange: "Set it and go on",
    waiting: "A child waits for your answer",
    waitingLead: (day, until) =>
      `On ${day} somebody applied with your national ID and another e-mail address, and the school approved. If that was you, accept; if not, decline. Open until ${until}.`,
    accept: "It was me: accept",
    decline: "Not me: decline",
    accepted: "Accepted. The child will appear in your account shortly.",
    declined: "Declined.",
    signOut: "Sign out",
    signOutHint: "Nothing about your children stays on this device.",
    everywhere: "Sign out everywhere",
    everywhereHint: "For a lost telephone, or when somebody else may know your password.",
    everywhereTitle: "Sign out on every device?",
    keep: "Not now",
  },
};
