import type { NationalId } from "@campus-graph/kit/text/national-id";
import type { ParentPosition, Particulars, Student } from "../domain/student.js";
import type { ClassSheet, SheetClass } from "./class-sheet.js";
import type { Problem } from "./problem.js";
import type { SheetStudent } from "./sheet-student.js";

/** A student as the books have them now. */
export interface StudentOnRecord {
  student: Student;
  particulars: Particulars;
  /** Position → personKey. */
  parents: ReadonlyMap<ParentPosition, string>;
}

/** What the books have that the sheet could touch. */
export interface Records {
  schoolCode: string;
  /** Class id by name, this school's. */
  classIds: ReadonlyMap<string, string>;
  /** Whoever the sheet names and is on this school's books or on none. Who is on another's is as good as new. */
  named: ReadonlyMap<NationalId, StudentOnRecord>;
  /** Whoever now sits in one of the sheet's classes. */
  seated: readonly StudentOnRecord[];
  /** By their index, who is on another school's books: for carrying a plan out, never for making it. */
  elsewhere: ReadonlySet<string>;
  /** Other schools' records of pupils who are to come to them once this school lets them go. */
  awaited: readonly Student[];
  personKeyOf: (nationalId: NationalId) => string;
}

/** One student whom the import enrols, moves or changes. */
export interface Entry {
  sheet: SheetStudent;
  /** Null for a student whom neither this school has nor another has let go. */
  before: StudentOnRecord | null;
  particulars: Particulars;
}

export interface ImportPlan {
  classes: readonly SheetClass[];
  enrol: Entry[];
  move: Entry[];
  change: Entry[];
  leave: Student[];
  problems: Problem[];
}

/** What the sheet would change on the books. Writes nothing, so that a dry run is the same plan, not applied. */
export function planImport({ classes, problems: unreadable }: ClassSheet, records: Records): ImportPlan {
  const plan: ImportPlan = { classes, enrol: [], move: [], change: [], leave: [], problems: [...unreadable] };
  for (const sheet of classes.flatMap(({ students }) => students)) {
    const before = records.named.get(sheet.nationalId) ?? null;
    const entry = { sheet, before, particulars: mergedParticulars(sheet, before?.particulars) };
    if (!before?.student.isEnrolled) plan.enrol.push(entry);
    else if (before.student.classId !== records.classIds.get(sheet.className)) plan.move.push(entry);
    else if (differs(entry, before, records)) plan.change.push(entry);
  }
  const stay = new Set(records.named.keys());
  plan.leave = records.seated
    .filter(({ particulars }) => !stay.has(particulars.nationalId))
    .map(({ student }) => student);
  return plan;
}

/** Columns that the sheet has not keep what is on record. */
function mergedParticulars(sheet: SheetStudent, before: Particulars | undefined): Particulars {
  const { nationalId, name, sex, englishName, birthDate } = sheet;
  return {
    nationalId,
    name,
    sex: kept(sex, before?.sex),
    englishName: kept(englishName, before?.englishName),
    birthDate: kept(birthDate, before?.birthDate),
  };
}

export function kept<T>(told: T | null | undefined, before: T | null | undefined): T | null {
  return (told === undefined ? before : told) ?? null;
}

function differs({ sheet, particulars }: Entry, before: StudentOnRecord, { personKeyOf }: Records): boolean {
  const { student } = before;
  return (
    kept(sheet.seatNumber, student.seatNumber) !== student.seatNumber ||
    kept(sheet.studentNumber, student.studentNumber) !== student.studentNumber ||
    JSON.stringify(particulars) !== JSON.stringify(before.particulars) ||
    [...sheet.parents].some(
      ([position, parent]) => (parent && personKeyOf(parent)) !== (before.parents.get(position) ?? null),
    )
  );
}
