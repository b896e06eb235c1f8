import { dayInTaipei, startOfDay } from "@campus-graph/kit/text/calendar";
import { schoolDaysBefore } from "@campus-graph/kit/text/school-days";

/** When nothing else is said. */
export const usualSchoolDays = 5;

/** How long a request waits for a teacher alone, before the school's registrar may decide it too. */
export interface Escalation {
  readonly afterSchoolDays: number;
  /** Days on which schools are closed beside weekends, `yyyy-MM-dd`. */
  readonly holidays: ReadonlySet<string>;
}

/**
 * Whoever has waited since before this moment is late: so many school days have passed since the day on which they last sent
 * the request in, neither that day nor today counted.
 */
export function lateBefore(now: Date, { afterSchoolDays, holidays }: Escalation): Date {
  return startOfDay(schoolDaysBefore(dayInTaipei(now), afterSchoolDays, holidays));
}
