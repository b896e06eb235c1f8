import type { Sentences } from "../sentences.js";

/** What `npm run appoint` says by itself; what identity refuses, it says in its own words. */
export const words = {
  usage: {
    "zh-TW":
      "用法：npm run appoint -- <電子郵件> <REGISTRAR | CASHIER | IT | BUREAU> [學校代碼]，" +
      "例如：npm run appoint -- office@school.example REGISTRAR 403601",
    en:
      "npm run appoint -- <email> <REGISTRAR | CASHIER | IT | BUREAU> [school code], " +
      "such as: npm run appoint -- office@school.example REGISTRAR 403601",
  },
  noSchool: {
    "zh-TW": "本市沒有代碼為 {code} 的學校。\n→ npm run schools 會列出所有學校，也可登錄其他學校。",
    en: "The city has no school {code}.\n→ npm run schools lists those it has, and enters others.",
  },
  appointed: {
    "zh-TW": "已指派 {email} 擔任 {role}，並已寄信通知；請對方到 {signInUrl} 點選「忘記密碼或第一次登入」。",
    en: "{email} is {role}. A mail says so; they sign in at {signInUrl} by “Forgot password, or first sign-in”.",
  },
  appointedAtSchool: {
    "zh-TW":
      "已指派 {email} 擔任{school}（{code}）的 {role}，並已寄信通知；請對方到 {signInUrl} 點選「忘記密碼或第一次登入」。",
    en: "{email} is {role} of {school} ({code}). A mail says so; they sign in at {signInUrl} by “Forgot password, or first sign-in”.",
  },
  heldAlready: {
    "zh-TW": "{email} 原本就是 {role}。未作任何變更，也未寄信。",
    en: "{email} is {role} already. Nothing was changed, and no mail sent.",
  },
  heldAlreadyAtSchool: {
    "zh-TW": "{email} 原本就是{school}（{code}）的 {role}。未作任何變更，也未寄信。",
    en: "{email} is {role} of {school} ({code}) already. Nothing was changed, and no mail sent.",
  },
} as const satisfies Sentences;
