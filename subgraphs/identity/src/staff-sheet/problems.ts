import type { Words } from "@campus-graph/kit/refusals/refusal";
import { textSentences } from "@campus-graph/kit/text/sentences";

/** What can be wrong with a sheet of staff, beside the refusals of an appointment: a stable code and what a person reads. */
export const staffSheetProblems = {
  EMPTY_SHEET: { "zh-TW": "名單沒有任何人。", en: "The sheet holds nobody." },
  TOO_MANY_LINES: {
    "zh-TW": "一次最多 {most} 人，請分成幾份匯入。",
    en: "At most {most} people at once. Import the sheet in parts.",
  },
  BAD_CSV: {
    "zh-TW": "這一行的引號不成對，或有儲存格內換行，無法判讀。",
    en: "The quotes of this line do not match up, or a cell holds a line break, so it cannot be read.",
  },
  DAMAGED_TEXT: {
    "zh-TW": "檔案的文字已損壞，請在試算表另存為「CSV UTF-8」後重新匯入。",
    en: "The text of this file is damaged. Save it as “CSV UTF-8” and import it again.",
  },
  MISSING_COLUMN: { "zh-TW": "缺少必要欄位「{column}」。", en: "The required column “{column}” is missing." },
  DUPLICATE_COLUMN: { "zh-TW": "欄位「{column}」重複。", en: "The column “{column}” comes twice." },
  UNKNOWN_COLUMN: {
    "zh-TW": "名單不收欄位「{column}」，請刪除該欄，或改用範例的欄位名稱。",
    en: "The column “{column}” is not known. Take it out, or use a title of the example.",
  },
  WRONG_CELL_COUNT: {
    "zh-TW": "這一行的儲存格比標題列多。",
    en: "This line has more cells than the header.",
  },
  FORMULA: {
    "zh-TW": "儲存格以 =、+、- 或 @ 開頭，試算表會當成公式執行；請改成文字。",
    en: "The cell begins with =, +, - or @, which a spreadsheet runs as a formula. Make it a text.",
  },
  REQUIRED: { "zh-TW": "此欄不可空白。", en: "This cell must not be empty." },
  BAD_NAME: textSentences.NAME_INVALID,
  BAD_EMAIL: textSentences.EMAIL_INVALID,
  BAD_ROLE: {
    "zh-TW":
      "職務請填寫：導師、註冊組、出納組、資訊組、客服（或 TEACHER、REGISTRAR、CASHIER、IT、SUPPORT）。",
    en: "The role is one of TEACHER, REGISTRAR, CASHIER, IT, SUPPORT.",
  },
  BAD_DATE: {
    "zh-TW": "日期請填寫存在的日期，例如 2026-09-01 或 115/09/01。",
    en: "Write a day that exists, such as 2026-09-01.",
  },
  TWICE_ON_SHEET: {
    "zh-TW": "與第 {firstLine} 行是同一人、同一職務，期間重疊。",
    en: "Line {firstLine} gives the same person the same role on some of these days.",
  },
} as const satisfies Record<string, Words>;

export type StaffSheetProblemCode = keyof typeof staffSheetProblems;

/** What stands in the way of the sheet, and where. */
export interface StaffSheetProblem {
  line: number;
  column: string | null;
  code: string;
  message: Words;
}

export function problem(
  line: number,
  column: string | null,
  code: StaffSheetProblemCode,
  details: Readonly<Record<string, string | number>> = {},
): StaffSheetProblem {
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, name) => String(details[name] ?? ""));
  const words = staffSheetProblems[code];
  return { line, column, code, message: { "zh-TW": fill(words["zh-TW"]), en: fill(words.en) } };
}
