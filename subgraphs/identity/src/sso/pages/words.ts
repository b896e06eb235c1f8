import type { Language } from "@campus-graph/kit/refusals/refusal";
import { ownAccountWords } from "./own-account-words.js";
import { secondFactorWords } from "./second-factor-words.js";

/** Everything that the sign-in pages say. */
const words = {
  ...ownAccountWords,
  ...secondFactorWords,
  service: { "zh-TW": "臺北市校園單一身分驗證服務", en: "Taipei Campus Single Sign-On" },
  signInTitle: { "zh-TW": "登入", en: "Sign in" },
  signInLead: {
    "zh-TW": "歡迎使用，請輸入您的帳號與密碼。",
    en: "Welcome. Please enter your login and password.",
  },
  login: { "zh-TW": "自訂帳號、電子郵件或手機號碼", en: "User name, e-mail or mobile number" },
  password: { "zh-TW": "密碼", en: "Password" },
  remember: { "zh-TW": "記住我", en: "Remember me" },
  signIn: { "zh-TW": "登入", en: "Sign in" },
  forgot: { "zh-TW": "忘記密碼或第一次登入", en: "Forgot password, or first sign-in" },
  forgotLogin: {
    "zh-TW": "忘記帳號？帳號是您申請親子綁定時填寫的電子信箱；仍有問題請洽學校資訊組，或撥 1999 轉 1233。",
    en: "Forgot your login? It is the e-mail address of your application. Otherwise ask your school's IT office, or call 1999 ext. 1233.",
  },
  refusedTitle: { "zh-TW": "目前無法登入", en: "Signing in is not possible right now" },
  refusedLead: {
    "zh-TW": "請稍候再試；在此之前，已登入的裝置仍可使用。",
    en: "Please try again later. Where you are signed in already you can go on.",
  },
  recoverTitle: { "zh-TW": "以驗證碼登入", en: "Sign in with a code" },
  recoverLead: {
    "zh-TW": "請輸入帳號，我們會寄驗證碼到該帳號的電子信箱；確認後請設定新密碼。",
    en: "Enter your login. We mail a code to its e-mail address; after that you choose a new password.",
  },
  recoverLeadChoice: {
    "zh-TW": "請輸入帳號，並選擇驗證碼的寄送方式；確認後請設定新密碼。",
    en: "Enter your login and choose how the code reaches you; after that you choose a new password.",
  },
  codeBy: { "zh-TW": "驗證碼寄送方式", en: "Send the code" },
  byEmail: {
    "zh-TW": "該帳號的電子信箱（時效 1 小時）",
    en: "To the account's e-mail address (good for one hour)",
  },
  bySms: {
    "zh-TW": "簡訊，寄到該帳號已驗證的手機號碼（時效 10 分鐘）",
    en: "By text message to the account's verified mobile number (good for 10 minutes)",
  },
  sendCode: { "zh-TW": "寄送驗證碼", en: "Send me a code" },
  codeTitle: { "zh-TW": "輸入驗證碼", en: "Enter the code" },
  codeLead: {
    "zh-TW": "若帳號存在，驗證碼已寄到該帳號的電子信箱，時效為 1 小時。",
    en: "If there is such an account, a code is on its way to its e-mail address. It is good for one hour.",
  },
  codeLeadSms: {
    "zh-TW": "若帳號存在且手機號碼已驗證，簡訊驗證碼已寄出，時效為 10 分鐘。",
    en: "If there is such an account with a verified mobile number, a code is on its way to it by text message. It is good for 10 minutes.",
  },
  referenceSms: {
    "zh-TW": "請使用標示此參考碼之簡訊內的驗證碼：",
    en: "Use the code from the text message that shows this reference:",
  },
  resendSms: { "zh-TW": "重新寄送簡訊", en: "Send a new text message" },
  insteadBySms: { "zh-TW": "改以簡訊寄送", en: "Send it by text message instead" },
  insteadByEmail: { "zh-TW": "改寄到電子信箱", en: "Send it by e-mail instead" },
  code: { "zh-TW": "驗證碼（8 個字元）", en: "Code (8 characters)" },
  reference: {
    "zh-TW": "請使用標示此參考碼之郵件內的驗證碼：",
    en: "Use the code from the mail that shows this reference:",
  },
  confirm: { "zh-TW": "確認", en: "Confirm" },
  resend: { "zh-TW": "重新寄送驗證碼", en: "Send a new code" },
  newPasswordTitle: { "zh-TW": "設定新密碼", en: "Choose a new password" },
  newPasswordLead: {
    "zh-TW": "至少 8 個字元，請勿使用姓名、帳號、電話或身分證字號。設定後，其他裝置會登出。",
    en: "At least 8 characters, and nothing of your name, login, phone number or national ID. Your other devices are signed out.",
  },
  newPassword: { "zh-TW": "新密碼", en: "New password" },
  currentPassword: { "zh-TW": "目前的密碼（或初始密碼）", en: "Current password, or the initial one" },
  newPasswordRules: {
    "zh-TW": "至少 8 個字元，請勿使用姓名、帳號、電話或身分證字號。儲存後，其他裝置會登出。",
    en: "At least 8 characters, and nothing of your name, login, phone number or national ID. Your other devices are signed out.",
  },
  savePassword: { "zh-TW": "儲存新密碼", en: "Save the new password" },
  passwordSaved: { "zh-TW": "新密碼已儲存。", en: "Your new password is saved." },
  homeTitle: { "zh-TW": "您已登入", en: "You are signed in" },
  homeLead: { "zh-TW": "您的帳號可以使用了。", en: "Your account is ready to use." },
  homeMustChoose: {
    "zh-TW": "請先將初始密碼換成您自己的密碼，其他功能才會開放。",
    en: "First replace the initial password by one of your own; everything else opens after that.",
  },
  nextTitle: { "zh-TW": "接下來您可以", en: "What you may do next" },
  nextChoose: { "zh-TW": "在本頁設定您自己的密碼。", en: "Choose a password of your own on this page." },
  nextGuardian: {
    "zh-TW": "家長：查看孩子、繳費單與通知。",
    en: "Guardian: see your children, bills and notices.",
  },
  nextTeacher: {
    "zh-TW": "導師：審核班上的親子綁定申請。",
    en: "Homeroom teacher: review the requests of your class.",
  },
  nextRegistrar: {
    "zh-TW": "註冊組：匯入學籍名冊、處理親子綁定。",
    en: "Registrar: import class sheets and look after bindings.",
  },
  nextCashier: {
    "zh-TW": "出納組：開立繳費單、查看繳費情形。",
    en: "Cashier: issue bills and see what was paid.",
  },
  nextIt: {
    "zh-TW": "資訊組：協助家長與同仁登入。",
    en: "IT office: help parents and colleagues sign in.",
  },
  nextBureau: {
    "zh-TW": "教育局：本系統目前沒有教育局的畫面；人員由系統維運單位指派。",
    en: "Bureau: there is no screen for you yet; the operator of this site appoints people.",
  },
  nextApply: {
    "zh-TW": "您的帳號尚無任何身分。家長請提出親子綁定申請；教職員請洽學校。",
    en: "Your account has no role yet. Guardians apply for their child; staff ask their school.",
  },
  parentsApp: { "zh-TW": "開啟校園家長服務", en: "Open the parents’ app" },
  schoolConsole: { "zh-TW": "開啟校務工作台", en: "Open the school console" },
  signOutHere: { "zh-TW": "登出這個裝置", en: "Sign out on this device" },
  signOutEverywhere: { "zh-TW": "登出所有裝置", en: "Sign out on all devices" },
  signedOutEverywhereLead: {
    "zh-TW": "您已在所有裝置登出。",
    en: "You are signed out on all your devices.",
  },
  signInAgain: { "zh-TW": "登入", en: "Sign in" },
  help: {
    "zh-TW": "需要協助？請洽學校資訊組，或撥 1999 轉 1233。",
    en: "Need help? Ask your school's IT office, or call 1999 ext. 1233.",
  },
  linkTitle: { "zh-TW": "連結電子支付帳戶", en: "Link a wallet" },
  linkLead: {
    "zh-TW": "下列業者希望取得您的繳費單資訊，請確認是否同意。",
    en: "The partner below would like to get your school bills. Please decide whether you agree.",
  },
  linkNobody: {
    "zh-TW": "只有已綁定子女的家長可以連結。請先完成親子綁定；若尚未設定自己的密碼，請先登入設定。",
    en: "Only a guardian with a bound child can link a wallet. Apply for the binding first; if you have yet to choose a password of your own, sign in and do that.",
  },
  notFoundTitle: { "zh-TW": "找不到這個頁面", en: "There is no such page" },
  notFoundLead: { "zh-TW": "請由下方連結登入。", en: "Sign in by the link below." },
  save: { "zh-TW": "儲存並登入", en: "Save and sign in" },
  back: { "zh-TW": "回登入頁", en: "Back to sign-in" },
  lostTitle: { "zh-TW": "請重新登入", en: "Please begin again" },
  lostLead: {
    "zh-TW": "這次登入已逾時或已完成。請回到您使用的 App 或網站，重新點選登入。",
    en: "This sign-in has run out or is already done. Go back to the app or site you came from and sign in again.",
  },
  errorTitle: { "zh-TW": "無法繼續", en: "This cannot go on" },
  errorLead: {
    "zh-TW":
      "這是 App 的設定問題，與您的帳號、密碼無關。請回到您使用的 App 或網站；仍有問題請將本頁內容告知其開發者。",
    en: "The app that sent you here is set up wrongly; your login and password are not at fault. Go back to it, and if it happens again show this page to its makers.",
  },
  redirectUriWrong: {
    "zh-TW": "App 要求返回的網址沒有登記。",
    en: "The app asked to be sent back to an address that is not registered for it.",
  },
  clientUnknown: {
    "zh-TW": "這個 App 沒有登記。",
    en: "The app is not registered here.",
  },
  requestWrong: {
    "zh-TW": "App 的登入要求不正確。",
    en: "The app's request is not as it should be.",
  },
  askedFor: { "zh-TW": "要求的內容", en: "It asked for" },
  registered: { "zh-TW": "已登記的網址", en: "Registered addresses" },
  anyPort: {
    "zh-TW": "localhost、127.0.0.1 與 [::1] 可使用任何連接埠；其他網址請加入 APP_REDIRECT_URIS。",
    en: "localhost, 127.0.0.1 and [::1] stand for any of their ports. Others are added by APP_REDIRECT_URIS.",
  },
  registeredClients: { "zh-TW": "已登記的 client_id", en: "Registered client_ids" },
  failedTitle: { "zh-TW": "系統暫時無法處理", en: "Something went wrong here" },
  failedLead: {
    "zh-TW": "請稍後回到您使用的 App 或網站，再試一次。",
    en: "Please go back to the app or site you came from and try again in a while.",
  },
  signOutTitle: { "zh-TW": "要登出嗎？", en: "Sign out?" },
  signOutLead: {
    "zh-TW": "登出後，這個登入階段的所有服務都會結束。",
    en: "This ends everything that was begun with this sign-in.",
  },
  signOut: { "zh-TW": "登出", en: "Sign out" },
  stay: { "zh-TW": "保持登入", en: "Stay signed in" },
  signedOutTitle: { "zh-TW": "您已登出", en: "You are signed out" },
  signedOutLead: { "zh-TW": "感謝您的使用。", en: "Thank you." },
} as const satisfies Record<string, Record<Language, string>>;

export type Word = keyof typeof words;

/** The words of one language. */
export function wordsIn(language: Language): (word: Word) => string {
  return (word) => words[word][language];
}
