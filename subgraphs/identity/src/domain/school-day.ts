/** Whether schools are open: Monday to Friday, but for the holidays that the operator names (`yyyy-MM-dd`). */
export function isSchoolDay(day: string, holidays: ReadonlySet<string>): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday >= 1 && weekday <= 5 && !holidays.has(day);
}
