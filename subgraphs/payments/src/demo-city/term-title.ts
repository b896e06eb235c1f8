import { schoolDay } from "../domain/school-day.js";

/** A school year begins in August, and its second term in February; years are ROC years. */
export function termTitle(now: Date): string {
  const [year = 0, month = 0] = schoolDay(now).split("-").map(Number);
  const schoolYear = (month >= 8 ? year : year - 1) - 1911;
  const term = month >= 8 || month === 1 ? 1 : 2;
  return `${schoolYear} 學年度第 ${term} 學期學雜費`;
}
