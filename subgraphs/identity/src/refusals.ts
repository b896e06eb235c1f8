import type { RefusalSentences } from "@campus-graph/kit/refusal";

/** The words of identity's refusals. Each tells the next step. */
export const refusals: RefusalSentences = {
  CODE_WRONG: {
    "zh-TW": "驗證碼不正確。請輸入最近一次收到的驗證碼；輸入錯誤 5 次後，請重新取得驗證碼。",
    en: "This code is not right. Use the newest code you received; after five wrong tries, ask for a new one.",
  },
  CODE_EXPIRED: {
    "zh-TW": "驗證碼已逾時，請重新取得驗證碼。",
    en: "This code has expired. Please ask for a new one.",
  },
  SMS_NOT_AVAILABLE: {
    "zh-TW": "目前尚未提供簡訊驗證碼，請改用電子信箱取得驗證碼。",
    en: "Codes by text message are not available yet. Please choose e-mail.",
  },
  EMAIL_NOT_VERIFIED: {
    "zh-TW": "此電子信箱將作為登入帳號，請先取得並輸入寄到此信箱的驗證碼。",
    en: "This e-mail address becomes the login. First verify it with a code that we send there.",
  },
  PASSWORD_WRONG: {
    "zh-TW": "目前的密碼不正確。",
    en: "The current password is not right.",
  },
  PASSWORD_TOO_SHORT: {
    "zh-TW": "新密碼至少需要 {shortest} 個字元。",
    en: "A new password needs at least {shortest} characters.",
  },
  PASSWORD_TOO_LONG: {
    "zh-TW": "新密碼最多 {longest} 個字元。",
    en: "A new password has at most {longest} characters.",
  },
  PASSWORD_TOO_COMMON: {
    "zh-TW": "這個密碼太常見，容易被猜中，請換一個。",
    en: "This password is among the first that others would try. Please choose another.",
  },
  PASSWORD_PERSONAL: {
    "zh-TW": "新密碼不可包含您的帳號、電話或身分證字號，請換一個。",
    en: "A new password must not contain your login, phone number or national ID. Please choose another.",
  },
  PASSWORD_UNCHANGED: {
    "zh-TW": "新密碼不可與目前的密碼相同。",
    en: "The new password must differ from the current one.",
  },
  SIGN_IN_WRONG: {
    "zh-TW": "帳號或密碼不正確。若忘記密碼，或初始密碼已失效，請點選「忘記密碼」。",
    en: "Login or password is not right. If you forgot your password, or the initial one no longer works, choose “Forgot password”.",
  },
};
