import type { CodesOf, Words } from "@campus-graph/kit/refusals/refusal";
import { cellSentences } from "./domain/sentences.js";

/** What roster says no with, beside the kit's own refusals. */
export const refusals = {
  ...cellSentences,
  SHEET_TOO_LARGE: {
    "zh-TW": "名冊超過 {largestKilobytes} KB，請分成幾個班級分次匯入。",
    en: "The sheet is larger than {largestKilobytes} KB. Import it in parts, some classes at a time.",
  },
  SHEET_MISSING: {
    "zh-TW": "沒有收到名冊內容，請將檔案的文字放在 content。",
    en: "No sheet came with the request. Put the file's text into content.",
  },
  DEPUTY_NOT_TEACHER: {
    "zh-TW": "這個電子郵件不是本校在這段期間任職的教師。請核對，或先請資訊組指派教師職務。",
    en: "No teacher of this school on all of these days signs in with this address. Check it, or ask the IT office to appoint them first.",
  },
  DEPUTY_HAS_HOMEROOM: {
    "zh-TW": "這位教師就是本班導師，不需要代理。",
    en: "This teacher has the class's homeroom already.",
  },
  CLASS_HAS_DEPUTY: {
    "zh-TW": "這個班級在 {from} 至 {until} 已有代理導師。請先結束該代理，或填寫其他日期。",
    en: "The class has a deputy from {from} to {until} already. End that first, or choose other days.",
  },
  DEPUTY_OVER: {
    "zh-TW": "這段代理期間已經結束。",
    en: "This deputy's time is over already.",
  },
  OWN_ROLE: {
    "zh-TW": "不可指派自己為代理導師，請由另一位註冊組或資訊組人員辦理。",
    en: "Nobody assigns themselves. Ask another registrar, or the IT office.",
  },
  TAKING_EFFECT: {
    "zh-TW": "代理已結束，正在各處生效，尚待：{missing}。請稍後再按一次以確認。",
    en: "It is ended and this is taking effect; still missing: {missing}. Ask again to see it done.",
  },
} as const satisfies Readonly<Record<CodesOf<typeof import("./domain/refusals.js")>, Words>>;

/**
 * What can be wrong with a class sheet: told by line, beside the refusals.
 * @public It is loaded by its path, since the schema folder imports nobody.
 */
export { sentences as sheetProblems } from "./import/problem.js";
