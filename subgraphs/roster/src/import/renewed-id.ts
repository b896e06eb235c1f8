import type { Namesakes } from "./namesakes.js";
import type { Records, StudentOnRecord } from "./plan.js";
import type { SheetStudent } from "./sheet-student.js";

/**
 * The one student of this school who seems to be on the sheet under another national ID: corrected, or a resident's
 * old number renewed. The same name and birth date say so; where either has no birth date, name and class do.
 */
export function renewedFrom(
  sheet: SheetStudent,
  records: Records,
  namesakes: Namesakes,
): StudentOnRecord | null {
  const classId = records.classIdOf(sheet.className);
  const alike = namesakes(sheet.name).filter(
    ({ student, particulars }) =>
      student.isEnrolled &&
      !student.arriving &&
      !records.named.has(particulars.nationalId) &&
      (sheet.birthDate && particulars.birthDate
        ? sheet.birthDate === particulars.birthDate
        : student.classId === classId),
  );
  return alike.length === 1 ? alike[0]! : null;
}
