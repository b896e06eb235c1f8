import {
  anyOf,
  anyone,
  freshSecondFactor,
  type PermissionTable,
  type Rule,
  unnarrowedApplicant,
  withItsObject,
  withRole,
} from "@campus-graph/kit/auth/permissions";
import type { RosterServices } from "../context.js";
import type { School } from "../domain/school.js";
import type { SchoolClass } from "../domain/school-class.js";
import { isCovered } from "./classes.js";
import type { SeenStudent } from "./students.js";

const atSchoolOfInput = ({ input }: Record<string, unknown>) =>
  (input as { schoolCode?: unknown }).schoolCode;
const atSchoolNamed = ({ schoolCode }: Record<string, unknown>) => schoolCode;
const ofSource = <T>(source: unknown) => source as T;

const staffOfTheSchool: Rule = {
  says: "a teacher, registrar, cashier or IT of the school, or the bureau",
  allows: ({ source, ...request }) => {
    const { code } = ofSource<Pick<School, "code">>(source);
    return anyOf(
      ...(["TEACHER", "REGISTRAR", "CASHIER", "IT"] as const).map((role) => withRole(role, () => code)),
      withRole("BUREAU"),
    ).allows({ source, ...request });
  },
};

const staffOfTheClass: Rule<RosterServices> = {
  says: "the homeroom teacher or their deputy, or a registrar or cashier of the school",
  allows: ({ source, context }) =>
    isCovered(context, ofSource<Pick<SchoolClass, "id" | "schoolCode">>(source)),
};

const whoSeesTheWholeStudent: Rule = {
  says: "a bound guardian, or the student's staff",
  allows: ({ source }) => ofSource<Pick<SeenStudent, "grant">>(source).grant === "full",
};

/** Who may have which field. Which students exist for whom is decided before: see `students.ts` and `classes.ts` beside. */
export const permissions: PermissionTable<RosterServices> = {
  "Query.schools": anyone,
  "Query.school": anyone,
  "Query.schoolClass": anyOf(withRole("TEACHER"), withRole("REGISTRAR"), withRole("CASHIER")),
  "Query.myClasses": anyOf(withRole("TEACHER"), withRole("REGISTRAR"), withRole("CASHIER")),
  "Query.findStudent": unnarrowedApplicant,
  "Query.deputies": anyOf(withRole("REGISTRAR", atSchoolNamed), withRole("IT", atSchoolNamed)),
  "Mutation.importRoster": withRole("REGISTRAR", atSchoolOfInput),
  // Of which students, `reveal-student-id.ts` decides.
  "Mutation.revealStudentId": freshSecondFactor(anyOf(withRole("TEACHER"), withRole("REGISTRAR"))),
  // Of which school the class must be stands in `deputies.ts` beside.
  "Mutation.assignDeputy": anyOf(withRole("REGISTRAR"), withRole("IT")),
  "Mutation.endDeputy": anyOf(withRole("REGISTRAR"), withRole("IT")),

  "School.classes": staffOfTheSchool,
  // A school's name and level are in no way private, so any program may have them.
  "School.*": anyone,
  "SchoolClass.students": staffOfTheClass,
  "SchoolClass.*": withItsObject,
  "Student.name": whoSeesTheWholeStudent,
  "Student.seatNumber": whoSeesTheWholeStudent,
  "Student.studentNumber": whoSeesTheWholeStudent,
  "Student.schoolClass": whoSeesTheWholeStudent,
  "Student.*": withItsObject,
  "StudentMatch.*": withItsObject,
  "Deputy.*": withItsObject,
  "Account.*": withItsObject,
  "RosterImport.*": withItsObject,
  "RevealedNationalId.*": withItsObject,
  "ImportProblem.*": withItsObject,
  "SheetColumn.*": withItsObject,
};
