import type { NationalId } from "@campus-graph/kit/text/national-id";
import { isAgeOfGrade } from "../domain/age-of-grade.js";
import type { EducationLevel } from "../domain/education-level.js";
import type { ParentPosition, Particulars, Student } from "../domain/student.js";
import type { ClassSheet, SheetClass } from "./class-sheet.js";
import type { Confirmed } from "./confirmed.js";
import { differencesOf } from "./differences.js";
import { kept } from "./kept.js";
import { askAboutLeavers } from "./leavers.js";
import { namesakesIn } from "./namesakes.js";
import { isError, type Problem, type ProblemCode, type ProblemDetails } from "./problem.js";
import { renewedFrom } from "./renewed-id.js";
import type { SheetStudent } from "./sheet-student.js";
import { takenNumbers } from "./student-numbers.js";
import { mayBeAnother } from "./who-it-is.js";

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
  level: EducationLevel;
  today: string;
  /** The class of this school that has this name in any writing. */
  classIdOf: (name: string) => string | undefined;
  /** A class of this school that has the same grade and number in a name of another kind, as 201 and 二年一班. */
  classAlike: (name: string) => string | undefined;
  /** Whether the school has a class of this name now. */
  hasClass: (name: string) => boolean;
  /** What a class of this school is called. */
  classNameOf: (classId: string) => string;
  /** Whoever the sheet names and is on this school's books or on none. Who is on another's is as good as new. */
  named: ReadonlyMap<NationalId, StudentOnRecord>;
  /** Whom no school has, by their national ID: the same student may stand in `named` as one who is to come here. */
  released: ReadonlyMap<NationalId, StudentOnRecord>;
  /** Whoever sits in one of the sheet's classes, or elsewhere in the school under a name or number of the sheet. */
  enrolled: readonly StudentOnRecord[];
  /** By their index, who is on another school's books: for carrying a plan out, never for making it. */
  elsewhere: ReadonlySet<string>;
  /** Other schools' records of students who are to come to them once this school lets them go. */
  awaited: readonly Student[];
  personKeyOf: (nationalId: NationalId) => string;
  /** By what a registrar confirms these very facts and no others. It tells none of them. */
  confirmationOf: (...facts: string[]) => string;
}

/** One student whom the import enrols, moves or changes. */
export interface Entry {
  sheet: SheetStudent;
  /** Null for a student whom neither this school has nor another has let go. */
  before: StudentOnRecord | null;
  particulars: Particulars;
}

/** Somebody who was to come to this school, and whom no other has any more. */
export interface Arrival {
  student: Student;
  arriving: Student;
}

export interface ImportPlan {
  classes: readonly SheetClass[];
  /** Classes that are to be no more, by their ids. */
  remove: readonly string[];
  enrol: Entry[];
  move: Entry[];
  change: Entry[];
  arrive: Arrival[];
  leave: Student[];
  problems: Problem[];
}

/** What the sheet would change on the books. Writes nothing, so that a dry run is the same plan, not applied. */
export function planImport(
  { classes, problems: unreadable }: ClassSheet,
  records: Records,
  confirmed: Confirmed,
  removeClasses: readonly string[] = [],
): ImportPlan {
  const nobody = { enrol: [], move: [], change: [], arrive: [], leave: [] };
  const named = new Set(classes.map(({ name }) => records.classIdOf(name)));
  // Where the sheet names a class that is to be removed, the sheet is what counts.
  const remove = removeClasses
    .filter(records.hasClass)
    .flatMap((name) => records.classIdOf(name) ?? [])
    .filter((id) => !named.has(id));
  const plan: ImportPlan = { classes, remove, ...nobody, problems: [...unreadable] };
  // Whoever stands on a line that cannot be read would seem to leave.
  if (unreadable.some(isError)) return plan;
  const question = (
    { line }: SheetStudent,
    code: ProblemCode,
    facts: readonly string[],
    details: ProblemDetails = {},
  ) => {
    const confirmation = records.confirmationOf(records.schoolCode, code, ...facts);
    const isConfirmed = confirmed.problems.has(confirmation);
    if (!isConfirmed) plan.problems.push({ line, column: null, code, details, confirmation });
    return isConfirmed;
  };
  const namesakes = namesakesIn(records);
  const askWhoItIs = (sheet: SheetStudent, known: StudentOnRecord | null) => {
    if (!known || !mayBeAnother(sheet, known, namesakes)) return;
    const { nationalId, name, birthDate } = sheet;
    question(sheet, "PERSON_CHANGED", [known.student.id, nationalId, name, birthDate ?? ""]);
  };
  for (const { name, students } of classes) {
    const known = records.classIdOf(name) ? undefined : records.classAlike(name);
    if (known) question(students[0]!, "CLASS_ALIKE", [name, known], { known });
  }
  const stay = new Set<string>();
  for (const sheet of classes.flatMap(({ students }) => students)) {
    const known = records.named.get(sheet.nationalId) ?? null;
    const renewed = known?.student.isEnrolled ? null : renewedFrom(sheet, records, namesakes);
    const isRenewed = renewed && question(sheet, "ID_CHANGED", [renewed.student.id, sheet.nationalId]);
    const before = isRenewed ? renewed : known;
    const entry = { sheet, before, particulars: mergedParticulars(sheet, before?.particulars) };
    if (before) stay.add(before.student.id);
    const released = before?.student.arriving ? records.released.get(sheet.nationalId) : undefined;
    if (before && released) plan.arrive.push({ student: released.student, arriving: before.student });
    askWhoItIs(sheet, released ?? before);
    if (!before?.student.isEnrolled) plan.enrol.push(entry);
    else if (before.student.classId !== records.classIdOf(sheet.className)) plan.move.push(entry);
    else if (differencesOf(entry, before, records).length > 0) plan.change.push(entry);
    const { birthDate, grade, nationalId } = sheet;
    const isNews = birthDate && birthDate !== before?.particulars.birthDate;
    if (isNews && !isAgeOfGrade(birthDate, grade, records.level, records.today))
      question(sheet, "UNUSUAL_AGE", [nationalId, birthDate, String(grade)]);
  }
  for (const id of remove) named.add(id);
  const absent = records.enrolled.filter(({ student }) => !stay.has(student.id));
  const leavers = absent.filter(({ student }) => named.has(student.classId));
  const others = absent.filter(({ student }) => !named.has(student.classId));
  plan.leave = leavers.map(({ student }) => student);
  plan.problems.push(...askAboutLeavers(leavers, records, confirmed), ...takenNumbers(classes, others));
  plan.problems.sort((a, b) => a.line - b.line);
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
