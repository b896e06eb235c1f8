import type { Catalogue } from "@campus-graph/ui/words/catalogue.js";

/** Step 4: the guardian’s own data. */
interface GuardianWords {
  title: string;
  lead: string;
  id: string;
  name: string;
  email: string;
  emailHint: string;
  mobile: string;
  badName: string;
  badMobile: string;
  taken: string;
  verifyEmail: string;
  verifyEmailLead(email: string): string;
  own: string;
  idKept: string;
  retypeId: string;
  waysOn: string;
  wayMine(email: string | undefined): string;
  waySignIn: string;
  wayOther: string;
}

export const guardianWords: Catalogue<GuardianWords> = {
  "zh-TW": {
    title: "家長資料",
    lead: "請填申請人本人的資料，導師會用來核對。",
    id: "家長的身分證字號",
    name: "家長姓名",
    email: "電子信箱",
    emailHint: "這個信箱會作為登入帳號。",
    mobile: "行動電話",
    badName: "請填寫姓名。",
    badMobile: "請輸入 09 開頭的 10 位數手機號碼。",
    taken: "這個電子信箱已是別人的帳號，請改用您自己的另一個信箱。",
    verifyEmail: "請先驗證這個信箱",
    verifyEmailLead: (email) => `${email} 還沒有驗證過，驗證後就會繼續。`,
    own: "這是您原有的帳號，核可後用它登入即可。",
    idKept: "這是您先前填過的，不用再填一次。",
    retypeId: "改填另一個身分證字號",
    waysOn: "接下來可以這樣做",
    wayMine: (email) =>
      `${email ?? "這個信箱"} 是您自己的帳號：用它登入再申請。若登入後仍出現這個訊息，請確認身分證字號與姓名沒有填錯。`,
    waySignIn: "用這個信箱登入",
    wayOther: "是家人或別人的帳號：改填您自己的另一個信箱，收到驗證碼後就能繼續，其他資料都還在。",
  },
  en: {
    title: "About you",
    lead: "The applicant’s own data, which the teacher checks.",
    id: "Your national ID",
    name: "Your name",
    email: "E-mail address",
    emailHint: "It becomes your login.",
    mobile: "Mobile number",
    badName: "Please enter your name.",
    badMobile: "Please enter 10 digits beginning with 09.",
    taken: "This address is another person’s account. Please use another one of your own.",
    verifyEmail: "Verify this address first",
    verifyEmailLead: (email) => `${email} is not verified yet; then we go on.`,
    own: "This is your own account: sign in with it once approved.",
    idKept: "You gave it before; there is no need to type it again.",
    retypeId: "Type another national ID",
    waysOn: "What you can do now",
    wayMine: (email) =>
      `${email ?? "That address"} is your own account: sign in with it and apply then. If this still appears, check your national ID and name.`,
    waySignIn: "Sign in with that address",
    wayOther:
      "It is somebody else’s, such as your family’s: enter another address of your own. A code verifies it, and everything else stays.",
  },
};
