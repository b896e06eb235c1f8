import { nameAsKept } from "@campus-graph/kit/text/person-name";
import { isSamePerson } from "../domain/same-person.js";
import type { Namesakes } from "./namesakes.js";
import type { StudentOnRecord } from "./plan.js";
import type { SheetStudent } from "./sheet-student.js";

/**
 * Whether the sheet's line may be about somebody else than the books' record under its national ID: neither name nor
 * birth date agree, or both are those of another record, as where the IDs of twins were swapped. IDs that slipped by a
 * line would hand each child's records to another family.
 */
export function mayBeAnother(sheet: SheetStudent, known: StudentOnRecord, namesakes: Namesakes): boolean {
  const { name, birthDate = null } = sheet;
  if (!isSamePerson(known.particulars, { name, birthDate })) return true;
  if (isOf(sheet, known)) return false;
  return namesakes(name).some(
    (other) => other.particulars.nationalId !== sheet.nationalId && isOf(sheet, other),
  );
}

function isOf({ name, birthDate }: SheetStudent, { particulars }: StudentOnRecord): boolean {
  return nameAsKept(particulars.name) === name && (!birthDate || particulars.birthDate === birthDate);
}
