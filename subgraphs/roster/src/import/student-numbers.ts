import type { SheetClass } from "./class-sheet.js";
import type { StudentOnRecord } from "./plan.js";
import type { Problem } from "./problem.js";

/** Two student numbers are one whatever their capitals; null where there is none. */
export function numberKey(studentNumber: string | null | undefined): string | null {
  return studentNumber?.toUpperCase() ?? null;
}

/** The sheet's students whose number another student of the school has, one whom the sheet leaves alone. */
export function takenNumbers(classes: readonly SheetClass[], others: readonly StudentOnRecord[]): Problem[] {
  const taken = new Set(others.map(({ student }) => numberKey(student.studentNumber)));
  return classes
    .flatMap(({ students }) => students)
    .filter(({ studentNumber }) => studentNumber && taken.has(numberKey(studentNumber)))
    .map(({ line }) => ({ line, column: null, code: "STUDENT_NUMBER_TAKEN" }));
}
