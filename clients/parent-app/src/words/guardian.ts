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
  },
};
