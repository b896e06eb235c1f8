import { randomInt } from "node:crypto";
import type { MadeUpChild } from "./fixtures.js";

export interface ClassSheet {
  className: string;
  csv: string;
}

/** The sheet of a class with this one child in it. `recordedFather`: the national ID that the school has on record. */
export function sheetOf(child: MadeUpChild, className: string, recordedFather?: string): ClassSheet {
  const columns = {
    班級: className,
    座號: "7",
    姓名: child.name,
    性別: "男",
    學號: `D${randomInt(10 ** 7)}`,
    出生日期: child.birthDate,
    身分證號: child.nationalId,
    導師姓名: child.teacher.startsWith("teacher2") ? "許文彬" : "周佩珊",
    導師電子郵件: child.teacher,
    父親身分證號: recordedFather ?? "",
  };
  const lines = [Object.keys(columns), Object.values(columns)];
  return { className, csv: `${lines.map((cells) => cells.join(",")).join("\r\n")}\r\n` };
}

/**
 * A class name that the school has not used: a sheet is a class's whole list, so that importing into an older run's
 * class would make its child leave.
 */
export function unusedClassName(grade: string, taken: readonly string[]): string {
  const free = Array.from({ length: 899 }, (_, at) => `${grade}${han(at + 101)}班`).filter(
    (name) => !taken.includes(name),
  );
  const name = free[randomInt(Math.max(free.length, 1))];
  if (!name)
    throw new Error(`All names of classes in ${grade}級 are used up: start with an empty data folder.`);
  return name;
}

/** 207 → 二〇七. */
function han(number: number): string {
  return [...String(number)].map((digit) => "〇一二三四五六七八九"[Number(digit)]).join("");
}
