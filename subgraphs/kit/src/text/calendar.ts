/** Whether the text is a day that exists in the calendar, as yyyy-MM-dd. */
export function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const instant = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
}

/** Taipei keeps one time all year round, and has since 1979. */
export const cityOffset = "+08:00";
const offsetMs = 8 * 60 * 60_000;
const dayMs = 24 * 60 * 60_000;

/** The city's day at that moment, as yyyy-MM-dd. Days so written compare as text does. */
export function dayInTaipei(moment: Date): string {
  return new Date(moment.getTime() + offsetMs).toISOString().slice(0, 10);
}

/** The moment at which the city's day begins. */
export function startOfDay(day: string): Date {
  return new Date(`${day}T00:00:00${cityOffset}`);
}

/** The day so many days later; earlier, where the number is negative. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}
