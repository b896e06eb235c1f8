/** What the pages say to people who look for their login, choose a first password by a link, or undo a change of contact. */
export const ownAccountWords = {
  findLoginTitle: { "zh-TW": "查詢我的帳號", en: "Find my login" },
  findLoginLead: {
    "zh-TW": "請輸入您登入用的電子信箱或手機號碼，驗證碼會寄到那裡；確認後顯示您的帳號。",
    en: "Enter the e-mail address or mobile number that you sign in with. A code goes there; after that we show your logins.",
  },
  findLoginTarget: { "zh-TW": "電子信箱或手機號碼", en: "E-mail address or mobile number" },
  findLoginSend: { "zh-TW": "寄送驗證碼", en: "Send me a code" },
  findLoginAgain: { "zh-TW": "改用其他信箱或手機", en: "Use another address or number" },
  findLoginSent: {
    "zh-TW": "驗證碼已寄到您輸入的信箱，時效為 1 小時。",
    en: "A code is on its way to the address that you entered. It is good for one hour.",
  },
  findLoginSentSms: {
    "zh-TW": "驗證碼已傳到您輸入的手機，時效為 10 分鐘。",
    en: "A code is on its way to the number that you entered. It is good for ten minutes.",
  },
  foundLoginTitle: { "zh-TW": "您的帳號", en: "Your logins" },
  foundLoginLead: { "zh-TW": "以下任一項都可以登入：", en: "You can sign in with any of these:" },
  noLoginTitle: { "zh-TW": "沒有以此登入的帳號", en: "Nobody signs in with this" },
  noLoginLead: {
    "zh-TW": "請試試您的其他信箱或手機號碼，或洽學校資訊組。",
    en: "Try another address or number of yours, or ask your school's IT office.",
  },
  activationTitle: { "zh-TW": "設定您的密碼", en: "Choose your password" },
  activationLead: {
    "zh-TW": "您的帳號已建立，請設定密碼；設定後即可登入。",
    en: "Your account is ready. Choose a password, and sign in with it.",
  },
  activationRules: {
    "zh-TW": "至少 8 個字元，請勿使用姓名、帳號、電話或身分證字號。",
    en: "At least 8 characters, and nothing of your name, login, phone number or national ID.",
  },
  activatedTitle: { "zh-TW": "密碼已設定", en: "Your password is set" },
  activatedLead: {
    "zh-TW": "請以您的帳號與新密碼登入。",
    en: "Sign in with your login and the new password.",
  },
  undoTitle: { "zh-TW": "恢復原來的聯絡資料？", en: "Undo the change?" },
  undoEmailLead: {
    "zh-TW": "原來的電子信箱會恢復為登入帳號，所有裝置都會登出，目前的密碼也會失效；請再以驗證碼設定新密碼。",
    en: "Your former e-mail address becomes the login again. Every device is signed out and the present password dies: choose a new one by a code.",
  },
  undoMobileLead: {
    "zh-TW": "原來的手機號碼會恢復，所有裝置都會登出，目前的密碼也會失效；請再以驗證碼設定新密碼。",
    en: "Your former mobile number is restored. Every device is signed out and the present password dies: choose a new one by a code.",
  },
  undo: { "zh-TW": "恢復", en: "Undo the change" },
  undoneTitle: { "zh-TW": "已恢復", en: "The change is undone" },
  undoneLead: {
    "zh-TW": "請至登入頁點選「忘記密碼或第一次登入」，以驗證碼設定新密碼。",
    en: "Choose “Forgot password, or first sign-in” on the sign-in page, and set a new password by a code.",
  },
  restoreTitle: { "zh-TW": "復原您的帳號？", en: "Bring your account back?" },
  restoreLead: {
    "zh-TW": "帳號將不會刪除，可以再以原來的密碼登入。與孩子的綁定已結束，請登入後重新申請。",
    en: "Your account will not be deleted, and its password opens it again. Your bindings to children have ended: sign in and apply anew.",
  },
  restore: { "zh-TW": "復原帳號", en: "Bring it back" },
  restoredTitle: { "zh-TW": "帳號已復原", en: "Your account is back" },
  restoredLead: {
    "zh-TW": "請登入。若當時不是您本人申請刪除，請立即更換密碼。",
    en: "Sign in. If it was not you who asked for the deletion, change your password at once.",
  },
  linkEndedTitle: { "zh-TW": "此連結已失效", en: "This link opens nothing any more" },
  linkEndedLead: {
    "zh-TW": "您仍可由下方登入，或在登入頁以驗證碼設定密碼。",
    en: "You can still sign in below, or choose a password by a code on the sign-in page.",
  },
} as const;
