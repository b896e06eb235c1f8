import { daysAfter } from "./calendar.js";

/** Whether schools are open: Monday to Friday, but for the holidays that the operator names (`yyyy-MM-dd`). */
export function isSchoolDay(day: string, holidays: ReadonlySet<string>): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday >= 1 && weekday <= 5 && !holidays.has(day);
}

/** The school day so many before this day, which itself does not count. */
export function schoolDaysBefore(day: string, count: number, holidays: ReadonlySet<string>): string {
  let before = day;
  for (let passed = 0; passed < count; ) {
    before = daysAfter(before, -1);
    if (isSchoolDay(before, holidays)) passed++;
  }
  return before;
}
