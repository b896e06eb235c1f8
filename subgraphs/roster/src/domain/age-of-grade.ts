import type { BirthDate } from "./birth-date.js";
import type { EducationLevel } from "./education-level.js";

/** Grades before a level's first, counted through all levels. */
const gradesBefore: Record<EducationLevel, number> = {
  ELEMENTARY: 0,
  JUNIOR_HIGH: 6,
  SENIOR_HIGH: 9,
  VOCATIONAL_HIGH: 9,
};

/** Whoever enters the first grade is six on 1 September (強迫入學條例). */
const ageBeforeFirstGrade = 5;

/** How far an age may lie from the usual: students skip a year, repeat one, or come late from abroad. **Own rule.** */
const yearsEarly = 1;
const yearsLate = 3;

/**
 * Whether somebody born that day can be expected in the grade, in the school year that `today` lies in; it begins in
 * August. A school may count its grades from its own first year or through all levels.
 */
export function isAgeOfGrade(
  birthDate: BirthDate,
  grade: number,
  level: EducationLevel,
  today: string,
): boolean {
  const throughAll = grade <= 3 ? grade + gradesBefore[level] : grade;
  const [year, month] = today.split("-").map(Number) as [number, number];
  const september = month >= 8 ? year : year - 1;
  const bornIn = Number(birthDate.slice(0, 4));
  const age = september - bornIn - (birthDate.slice(5) > "09-01" ? 1 : 0);
  const usual = throughAll + ageBeforeFirstGrade;
  return age >= usual - yearsEarly && age <= usual + yearsLate;
}
