import type { CodesOf, Words } from "../refusals/refusal.js";

/** The words for what people type and we cannot read. Each tells the form that is wanted. */
export const textSentences = {
  BAD_CHARACTER: {
    "zh-TW": "文字中有看不見或已損壞的字元（{character}），請刪除後重新輸入。",
    en: "The text holds a character that cannot be seen or is damaged ({character}). Delete it and type the text anew.",
  },
  NAME_INVALID: {
    "zh-TW": "姓名須為 1 到 {longestName} 個字，且不含數字或符號。",
    en: "A name has 1 to {longestName} letters and neither digits nor signs.",
  },
  NAME_MASKED: {
    "zh-TW": "姓名中有遮罩（如 林O佑、林○○），請填寫完整姓名。",
    en: "The name is masked (as in 林O佑). Write it in full.",
  },
  EMAIL_INVALID: {
    "zh-TW": "電子信箱格式不正確，請填寫如 wang@example.tw 的地址，前後不加其他文字或符號。",
    en: "This is not an e-mail address. Write it as wang@example.tw, with nothing before or after it.",
  },
  MOBILE_INVALID: {
    "zh-TW": "行動電話格式不正確，請輸入 09 開頭的 10 位數字。",
    en: "This is not a mobile number. Please enter ten digits beginning with 09.",
  },
  NATIONAL_ID_INVALID: {
    "zh-TW": "身分證字號（或統一證號）不正確，請檢查英文字母與數字後重新輸入。",
    en: "This national ID or resident certificate number is not right. Please check its letter and digits.",
  },
} satisfies Readonly<Record<CodesOf<typeof import("./refusals.js")>, Words>>;
