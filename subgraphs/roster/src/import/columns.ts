import type { ParentPosition } from "../domain/student.js";

/** A column of the class sheet. */
export interface Column {
  /** The title in our own sheet, then others that mean the same; width, white space, case and notes in brackets do not count. */
  titles: readonly [string, ...string[]];
  required?: true;
}

/**
 * What a class sheet may hold. A required column must be there; one that is left out leaves what is on record as it
 * is, while an empty cell under a column that is there clears it.
 */
export const columns = {
  className: {
    titles: ["班級", "班級名稱", "班別", "班", "class", "className", "classTitle"],
    required: true,
  },
  grade: { titles: ["年級", "grade", "grades"] },
  seatNumber: { titles: ["座號", "座次", "座號碼", "號碼", "座位號碼", "seatNumber", "seatNo", "seat"] },
  name: { titles: ["姓名", "學生姓名", "中文姓名", "name", "fullName"], required: true },
  sex: { titles: ["性別", "sex", "gender"] },
  englishName: { titles: ["英文姓名", "englishName"] },
  studentNumber: { titles: ["學號", "studentNumber", "identifier"] },
  birthDate: { titles: ["出生日期", "出生年月日", "出生日", "生日", "birthDate", "birthday", "dateOfBirth"] },
  nationalId: {
    titles: [
      "身分證號",
      "身分證字號",
      "身份證字號",
      "身分證統一編號",
      "身分證號碼",
      "身份證號",
      "身份證號碼",
      "身份證統一編號",
      "身分證統編",
      "身分證",
      "身份證",
      "統一證號",
      "居留證號",
      "居留證號碼",
      "居留證統一證號",
      "nationalId",
    ],
    required: true,
  },
  teacherName: { titles: ["導師姓名", "導師", "homeroomTeacherName"] },
  teacherEmail: { titles: ["導師電子郵件", "導師信箱", "導師電子信箱", "導師email", "homeroomTeacherEmail"] },
  fatherNationalId: {
    titles: ["父親身分證號", "父身分證號", "父親身分證字號", "父親身分證統一編號", "fatherNationalId"],
  },
  motherNationalId: {
    titles: ["母親身分證號", "母身分證號", "母親身分證字號", "母親身分證統一編號", "motherNationalId"],
  },
  guardianNationalId: {
    titles: ["監護人身分證號", "監護人身分證字號", "家長身分證號", "guardianNationalId"],
  },
} satisfies Record<string, Column>;

export type ColumnKey = keyof typeof columns;

/** The columns that tell a parent's national ID. */
export const parentColumns = {
  FATHER: "fatherNationalId",
  MOTHER: "motherNationalId",
  GUARDIAN: "guardianNationalId",
} as const satisfies Record<ParentPosition, ColumnKey>;

const keyByTitle = new Map(
  Object.entries(columns).flatMap(([key, { titles }]) =>
    titles.map((title) => [folded(title), key as ColumnKey] as const),
  ),
);

/** The column that a title stands for, or undefined; 身分證號/居留證號 is both of its parts. */
export function columnOf(title: string): ColumnKey | undefined {
  const whole = keyByTitle.get(folded(title));
  if (whole) return whole;
  const parts = new Set(title.split(/[/／、或]/).map((part) => keyByTitle.get(folded(part))));
  return parts.size === 1 ? [...parts][0] : undefined;
}

function folded(title: string): string {
  return title
    .normalize("NFKC")
    .replace(/\(.*?\)|[\s\p{Cf}_*:.-]/gu, "")
    .toLowerCase();
}
