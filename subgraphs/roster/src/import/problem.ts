import type { Language } from "@campus-graph/kit/refusals/refusal";
import { textSentences } from "@campus-graph/kit/text/sentences";
import { cellSentences } from "../domain/sentences.js";

/** What can be wrong with a sheet: a stable code and what a person reads. `{name}` stands for a detail. */
export const sentences = {
  EMPTY_SHEET: { "zh-TW": "名冊沒有任何學生。", en: "The sheet holds no student." },
  BAD_CSV: {
    "zh-TW": "這一行的引號不成對，或有儲存格內換行，無法判讀。",
    en: "The quotes of this line do not match up, or a cell holds a line break, so it cannot be read.",
  },
  MISSING_COLUMN: { "zh-TW": "缺少必要欄位「{column}」。", en: "The required column “{column}” is missing." },
  DAMAGED_TEXT: {
    "zh-TW":
      "檔案的文字已損壞（{character}），多半是以 Big5 等其他編碼儲存；請在試算表另存為「CSV UTF-8」後重新匯入。",
    en: "The text of this file is damaged ({character}), most likely because it was saved in another encoding such as Big5. Save it as “CSV UTF-8” and import it again.",
  },
  UNKNOWN_COLUMN: {
    "zh-TW": "名冊不收欄位「{column}」，已略過。若其中有要匯入的資料，請改用範例的欄位名稱。",
    en: "The column “{column}” is not known and was ignored. If it holds what should be imported, use a title of the example sheet.",
  },
  IGNORED_LINE: {
    "zh-TW": "這一行是重複的標題、合計或說明，不是學生，已略過。",
    en: "This line is a sum, a remark or the titles once more, and no student; it was ignored.",
  },
  DUPLICATE_COLUMN: { "zh-TW": "欄位「{column}」重複。", en: "The column “{column}” comes twice." },
  WRONG_CELL_COUNT: {
    "zh-TW": "這一行有 {found} 格，標題列有 {wanted} 格。",
    en: "This line has {found} cells, the header has {wanted}.",
  },
  BAD_CHARACTER: textSentences.BAD_CHARACTER,
  REQUIRED: { "zh-TW": "此欄不可空白。", en: "This cell must not be empty." },
  BAD_CLASS_NAME: cellSentences.BAD_CLASS_NAME,
  UNKNOWN_GRADE: {
    "zh-TW": "從班級名稱看不出年級，請加上「年級」欄，填 1 到 12。",
    en: "The class name does not tell the grade. Add the column “年級” with 1 to 12.",
  },
  BAD_SEAT_NUMBER: cellSentences.BAD_SEAT_NUMBER,
  BAD_NAME: textSentences.NAME_INVALID,
  NAME_MASKED: textSentences.NAME_MASKED,
  BAD_SEX: { "zh-TW": "性別請填「男」或「女」。", en: "Sex is “男” or “女” (M or F)." },
  BAD_STUDENT_NUMBER: {
    "zh-TW": "學號最多 20 個英文字母或數字。",
    en: "A student number has at most 20 letters or digits.",
  },
  BAD_BIRTH_DATE: cellSentences.BAD_BIRTH_DATE,
  BAD_NATIONAL_ID: {
    "zh-TW": "身分證號或統一證號的格式或檢查碼有誤。",
    en: "The form or the check digit of this national ID is wrong.",
  },
  BAD_EMAIL: textSentences.EMAIL_INVALID,
  TEACHER_INCOMPLETE: {
    "zh-TW": "導師須同時有姓名與電子郵件。",
    en: "A homeroom teacher needs both a name and an e-mail address.",
  },
  TEACHERS_DIFFER: {
    "zh-TW": "同一班級填了不同的導師；第一位在第 {firstLine} 行。",
    en: "The class names another homeroom teacher than on line {firstLine}.",
  },
  GRADES_DIFFER: {
    "zh-TW": "同一班級填了不同的年級；第一次在第 {firstLine} 行。",
    en: "The class has another grade than on line {firstLine}.",
  },
  DUPLICATE_NATIONAL_ID: {
    "zh-TW": "與第 {firstLine} 行的身分證號相同。",
    en: "The national ID stands on line {firstLine} already.",
  },
  DUPLICATE_SEAT_NUMBER: {
    "zh-TW": "同一班級的座號與第 {firstLine} 行相同。",
    en: "The seat is taken by line {firstLine} of the same class.",
  },
  DUPLICATE_STUDENT_NUMBER: {
    "zh-TW": "學號與第 {firstLine} 行相同。",
    en: "The student number stands on line {firstLine} already.",
  },
  STUDENT_NUMBER_TAKEN: {
    "zh-TW": "學號與本校另一名在學學生相同，該生不在這份名冊中。",
    en: "Another student of the school, who is not on this sheet, has this student number.",
  },
  CLASS_ALIKE: {
    "zh-TW":
      "本校沒有名為此的班級，但有年級與班次相同的「{known}」。若為同一班，請改用「{known}」，否則學生會被移到新的班級；若確為另一班，請確認此列。",
    en: "The school has no class of this name, but “{known}” of the same grade and number. If it is that class, write “{known}”, or its students move to a new one. If it is another class, confirm this line.",
  },
  UNUSUAL_AGE: {
    "zh-TW": "出生日期與年級不符，請檢查年份。若無誤，請確認此列。",
    en: "The birth date does not fit the grade; check its year. If it is right, confirm this line.",
  },
  ID_CHANGED: {
    "zh-TW":
      "本校有一名同名且出生日期或班級相同的在學學生，身分證號不同。若為同一人（更正或換發證號），請確認此列；若為另一人，請先匯入不含原學生的班級名冊。",
    en: "A student of the school has this name and birth date, or name and class, but another national ID. If it is the same person, whose number was corrected or renewed, confirm this line; if it is somebody else, first import the class without the former student.",
  },
  ID_TAKEN: {
    "zh-TW":
      "此證號無法更正到這名學生：全市名冊紀錄中，它屬於另一筆學生資料（在學或已離校皆有可能）。請核對證件；若證號無誤，請洽教育局，或先匯入不含該生的班級名冊，再匯入這份名冊，該生即沿用那一筆資料，原資料的綁定與帳單不會移過去。",
    en: "This student cannot be given this number: on the city’s books it stands with another record, be it of a student or of somebody who has left. Check it against the certificate. If it is right, ask the bureau; or import the class without the student first, then this sheet: the student then goes on with that record, and bindings and bills stay with the present one.",
  },
  PERSON_CHANGED: {
    "zh-TW":
      "此身分證號在名冊紀錄中屬於另一個姓名或出生日期，可能是證號欄錯置（例如雙胞胎對調）。若確為同一人（改名或更正），請確認此列；否則請更正證號。",
    en: "On record this national ID has another name or birth date: the IDs may stand on the wrong lines, as when those of twins are swapped. If it is the same person, whose name was changed or corrected, confirm this line; otherwise correct the ID.",
  },
  LEAVERS_UNCONFIRMED: {
    "zh-TW": "匯入後將有 {leaving} 名學生離開。若無誤，請確認這個人數。",
    en: "With this sheet {leaving} students leave. If that is right, confirm the number.",
  },
  PARENT_IS_STUDENT: {
    "zh-TW": "父母或監護人的身分證號與學生（第 {firstLine} 行）相同。",
    en: "The parent’s national ID is that of the student on line {firstLine}.",
  },
} satisfies Record<string, Record<Language, string>>;

export type ProblemCode = keyof typeof sentences;

/** What each problem means for the import; those not named here stop it. */
const severities: Partial<Record<ProblemCode, ProblemSeverity>> = {
  UNKNOWN_COLUMN: "NOTE",
  IGNORED_LINE: "NOTE",
  CLASS_ALIKE: "CONFIRMATION",
  UNUSUAL_AGE: "CONFIRMATION",
  ID_CHANGED: "CONFIRMATION",
  PERSON_CHANGED: "CONFIRMATION",
  LEAVERS_UNCONFIRMED: "CONFIRMATION",
};

/** ERROR stops the import. CONFIRMATION stops it until the registrar has confirmed. NOTE only tells. */
export type ProblemSeverity = "ERROR" | "CONFIRMATION" | "NOTE";

export function severityOf({ code }: Problem): ProblemSeverity {
  return severities[code] ?? "ERROR";
}

export function isError(problem: Problem): boolean {
  return severityOf(problem) === "ERROR";
}

/** Whether the import waits for the sheet to be mended or for the registrar to confirm. */
export function isStopped(problems: readonly Problem[]): boolean {
  return problems.some((problem) => severityOf(problem) !== "NOTE");
}

/** Every code, for the test that none gets lost. */
export const problemCodes = Object.keys(sentences) as ProblemCode[];

/** How many of a sheet's problems are told one by one: a wrong column makes as many as the sheet has lines. */
export const mostProblemsReported = 200;

export type ProblemDetails = Readonly<Record<string, string | number>>;

/** One thing that is wrong with a sheet, and where. Never what the cell holds: it may be a national ID. */
export interface Problem {
  /** Of the file, the header being 1. */
  line: number;
  /** The column's title as the sheet writes it; null when the whole line is meant. */
  column: string | null;
  code: ProblemCode;
  details?: ProblemDetails;
  /** What the registrar hands back to say that it is as it should be. */
  confirmation?: string;
}

/** The problem in a person's words. */
export function messageOf({ code, details = {} }: Problem, language: Language): string {
  return sentences[code][language].replace(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? ""));
}
