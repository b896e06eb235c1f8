const dayInTaipei = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Taipei" });

/** The day it is in Taipei, where the schools are, as yyyy-MM-dd. */
export function schoolDay(instant: Date): string {
  return dayInTaipei.format(instant);
}
