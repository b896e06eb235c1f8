import { isCalendarDate } from "@campus-graph/kit/scalars";

declare const birthDate: unique symbol;

/** A day, as yyyy-MM-dd. */
export type BirthDate = string & { readonly [birthDate]: true };

/** Years below this are the Republic's: 107 is 2018. */
const firstWesternYear = 1900;

/** Reads 2018-11-21, 2018/11/21, 107/11/21, 107.11.21 and 1071121; null when no such day exists or it is to come. */
export function parseBirthDate(text: string, today: string): BirthDate | null {
  const parts =
    /^(\d{2,4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? /^(\d{2,4})(\d{2})(\d{2})$/.exec(text);
  if (!parts) return null;
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
  const western = year < firstWesternYear ? year + 1911 : year;
  const date = [String(western), String(month).padStart(2, "0"), String(day).padStart(2, "0")].join("-");
  return isCalendarDate(date) && date <= today ? (date as BirthDate) : null;
}
