/** A calendar day in the schools' time zone, Asia/Taipei, written yyyy-MM-dd. Days compare as text. */
export type SchoolDay = string;

const dayInTaipei = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Taipei" });

/** The day it is in Taipei at an instant. */
export function schoolDay(instant: Date): SchoolDay {
  return dayInTaipei.format(instant);
}

/** Whether an instant is midnight in Taipei: so is a day written by whoever knows no time of it. */
export function isStartOfSchoolDay(instant: Date): boolean {
  return instant.getTime() === Date.parse(`${schoolDay(instant)}T00:00:00+08:00`);
}

export function daysAfter(day: SchoolDay, days: number): SchoolDay {
  const instant = new Date(`${day}T00:00:00Z`);
  instant.setUTCDate(instant.getUTCDate() + days);
  return instant.toISOString().slice(0, 10);
}

/** How many days later the second day is. */
export function daysBetween(first: SchoolDay, second: SchoolDay): number {
  return Math.round((Date.parse(second) - Date.parse(first)) / 86_400_000);
}

/** The same day of a later year; from 29 February it is 1 March where the year has none. */
export function yearsAfter(day: SchoolDay, years: number): SchoolDay {
  const instant = new Date(`${day}T00:00:00Z`);
  instant.setUTCFullYear(instant.getUTCFullYear() + years);
  return instant.toISOString().slice(0, 10);
}

/** The day as the banks write it: yymmdd with the last two digits of the ROC year (2025-07-08 is 140708). */
export function rocDigits(day: SchoolDay): string {
  const [year = "", month = "", date = ""] = day.split("-");
  return `${String((Number(year) - 1911) % 100).padStart(2, "0")}${month}${date}`;
}
