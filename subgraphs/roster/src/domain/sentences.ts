import type { Words } from "@campus-graph/kit/refusals/refusal";

/** The words for what stands in a sheet and cannot be read. Each tells the form that is wanted. */
export const cellSentences = {
  BAD_BIRTH_DATE: {
    "zh-TW":
      "出生日期請寫成 2018/11/21 或 107/11/21，且不可晚於今天；兩位數的年份（如 18/11/21，民國 97 年請寫 097）與試算表的日期序號無法判讀。",
    en: "A birth date is written 2018/11/21 or 107/11/21 and does not lie ahead. A year of two digits (write 097 for the Republic's 97) or a spreadsheet's serial number cannot be read as a date.",
  },
  BAD_CLASS_NAME: {
    "zh-TW": "班級名稱須為 1 到 {longestClassName} 個字。",
    en: "A class name has 1 to {longestClassName} characters.",
  },
  BAD_SEAT_NUMBER: {
    "zh-TW": "座號須為 1 到 999 的整數。",
    en: "A seat number is a whole number from 1 to 999.",
  },
} as const satisfies Readonly<Record<string, Words>>;
