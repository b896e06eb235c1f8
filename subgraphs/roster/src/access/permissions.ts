import {
  anyOf,
  anyone,
  type PermissionTable,
  type Rule,
  unnarrowedApplicant,
  withItsObject,
  withRole,
} from "@campus-graph/kit/auth/permissions";
import type { RosterServices } from "../context.js";
import type { SchoolType } from "../graphql/school.type.js";
import type { SchoolClassType } from "../graphql/school-class.type.js";
import type { StudentType } from "../graphql/student.type.js";
import { isCovered } from "../use-cases/school-class-of.js";

const atSchoolOfInput = ({ input }: Record<string, unknown>) =>
  (input as { schoolCode?: unknown }).schoolCode;
const ofSource = <T>(source: unknown) => source as T;

const staffOfTheSchool: Rule = {
  says: "a teacher, registrar or cashier of the school",
  allows: ({ source, ...asked }) => {
    const { code } = ofSource<SchoolType>(source);
    return anyOf(
      ...(["TEACHER", "REGISTRAR", "CASHIER"] as const).map((role) => withRole(role, () => code)),
    ).allows({ source, ...asked });
  },
};

const staffOfTheClass: Rule<RosterServices> = {
  says: "the homeroom teacher, or a registrar or cashier of the school",
  allows: ({ source, context }) => isCovered(context, ofSource<SchoolClassType>(source)),
};

const whoSeesTheWholeStudent: Rule = {
  says: "a bound guardian, or the student's staff",
  allows: ({ source }) => ofSource<StudentType>(source).sight === "full",
};

/** Who may have which field. Which students exist for whom is decided before: see `persistence/visible-students`. */
export const permissions: PermissionTable<RosterServices> = {
  "Query.schools": anyone,
  "Query.school": anyone,
  "Query.schoolClass": anyOf(withRole("TEACHER"), withRole("REGISTRAR"), withRole("CASHIER")),
  "Query.myClasses": anyOf(withRole("TEACHER"), withRole("REGISTRAR"), withRole("CASHIER")),
  "Query.findStudent": unnarrowedApplicant,
  "Mutation.importRoster": withRole("REGISTRAR", atSchoolOfInput),

  "School.classes": staffOfTheSchool,
  "School.*": withItsObject,
  "SchoolClass.students": staffOfTheClass,
  "SchoolClass.*": withItsObject,
  "Student.name": whoSeesTheWholeStudent,
  "Student.seatNumber": whoSeesTheWholeStudent,
  "Student.studentNumber": whoSeesTheWholeStudent,
  "Student.schoolClass": whoSeesTheWholeStudent,
  "Student.*": withItsObject,
  "StudentMatch.*": withItsObject,
  "RosterImport.*": withItsObject,
  "ImportProblem.*": withItsObject,
};
