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
} as const satisfies Readonly<Record<CodesOf<typeof import("./domain/refusals.js")>, Words>>;

/**
 * What can be wrong with a class sheet: told by line, beside the refusals.
 * @public It is loaded by its path, since the schema folder imports nobody.
 */
export { sentences as sheetProblems } from "./import/problem.js";
