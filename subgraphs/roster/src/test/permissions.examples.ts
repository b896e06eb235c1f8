import { anonymous, type Viewer } from "@campus-graph/kit/auth/viewer";
import { dayInTaipei } from "@campus-graph/kit/text/calendar";
import {
  applicant,
  bureau,
  cashier,
  guardian,
  itOffice,
  itOfJinhua,
  narrowed,
  neihu,
  otherGuardian,
  registrar,
  registrarOfJinhua,
  teacher,
  wallet,
} from "./given.js";
import { lin, sheet } from "./sheets.js";

/** What the examples are asked of: one class with one student, bound to the guardian. */
export interface World {
  classId: string;
  studentId: string;
  deputyId: string;
}

/** One question and who asks it. */
export interface Example {
  viewer: Viewer;
  query: (world: World) => string;
}

/** Who gets the field, and who does not; nobody is refused what is open to all. */
export interface Examples {
  allowed: Example;
  refused?: Example | readonly Example[];
}

const example = (viewer: Viewer, query: (world: World) => string): Example => ({ viewer, query });

const entity = (type: string, key: string, field: string) =>
  `{ _entities(representations: [{ __typename: "${type}", ${key} }]) { ... on ${type} { ${field} } } }`;
const student = (field: string) => (world: World) => entity("Student", `id: "${world.studentId}"`, field);
const schoolClass = (field: string) => (world: World) =>
  entity("SchoolClass", `id: "${world.classId}"`, field);
const school = (field: string) => () => `{ school(code: "${neihu}") { ${field} } }`;
const find = () =>
  `{ findStudent(input: { level: ELEMENTARY, nationalId: "${lin.nationalId}", schoolCode: "${neihu}" }) { match maskedName } }`;
const importing = (content: string) => () =>
  `mutation { importRoster(input: { schoolCode: "${neihu}", format: CLASS_SHEET_CSV, dryRun: true, content: ${JSON.stringify(content)} })
    { added applied problems { line code message } } }`;

const freshly = (viewer: Viewer): Viewer => ({ ...viewer, secondFactor: "waived" });
const reveal = ({ studentId }: World) =>
  `mutation { revealStudentId(input: { studentId: "${studentId}", reason: "學生保險" }) { nationalId } }`;
const deputies = (fields: string) => () => `{ deputies(schoolCode: "${neihu}") { ${fields} } }`;
const today = dayInTaipei(new Date());
export const substitute = { subjectId: "substitute", email: "substitute@campus.example" };
const assign = ({ classId }: World) =>
  `mutation { assignDeputy(input: { classId: "${classId}", email: "${substitute.email}", until: "${today}" }) { id } }`;
const end = ({ deputyId }: World) => `mutation { endDeputy(id: "${deputyId}") { id } }`;

/** For every row of the permission table. */
export const examples: Record<string, Examples> = {
  "Query.schools": { allowed: example(anonymous, () => "{ schools { name } }") },
  "Query.school": { allowed: example(anonymous, school("name")) },
  "Query.schoolClass": {
    allowed: example(registrar, ({ classId }) => `{ schoolClass(id: "${classId}") { name } }`),
    refused: example(guardian, ({ classId }) => `{ schoolClass(id: "${classId}") { name } }`),
  },
  "Query.myClasses": {
    allowed: example(teacher, () => "{ myClasses { name } }"),
    refused: example(guardian, () => "{ myClasses { name } }"),
  },
  "Query.findStudent": {
    allowed: example(applicant, find),
    refused: [example(anonymous, find), example(wallet, find), example(narrowed, find)],
  },
  "Mutation.importRoster": {
    allowed: example(registrar, importing(sheet([lin]))),
    refused: example(registrarOfJinhua, importing(sheet([lin]))),
  },
  "Mutation.revealStudentId": {
    allowed: example(freshly(registrar), reveal),
    refused: [example(freshly(guardian), reveal), example(freshly(cashier), reveal)],
  },
  "RevealedNationalId.*": {
    allowed: example(freshly(registrar), reveal),
    refused: example(freshly(applicant), reveal),
  },
  "Query.deputies": {
    allowed: example(registrar, deputies("id")),
    refused: [example(registrarOfJinhua, deputies("id")), example(teacher, deputies("id"))],
  },
  "Mutation.assignDeputy": { allowed: example(registrar, assign), refused: example(teacher, assign) },
  "Mutation.endDeputy": { allowed: example(itOffice, end), refused: example(teacher, end) },
  "Deputy.*": {
    allowed: example(registrar, deputies("id from until endedAt schoolClass { name }")),
    refused: example(registrarOfJinhua, deputies("id from until endedAt schoolClass { name }")),
  },
  "Account.*": {
    allowed: example(registrar, deputies("account { id }")),
    refused: example(registrarOfJinhua, deputies("account { id }")),
  },
  "School.classes": {
    allowed: example(itOffice, school("classes { name }")),
    refused: [example(guardian, school("classes { name }")), example(itOfJinhua, school("classes { name }"))],
  },
  "School.*": { allowed: example(anonymous, school("code name level")) },
  "SchoolClass.students": {
    allowed: example(registrar, schoolClass("students { id }")),
    refused: [
      // A guardian comes to the class through their own child, and no further.
      example(guardian, student("schoolClass { students { id } }")),
      // Who appoints its teacher knows the class by name, and nobody in it.
      example(itOffice, schoolClass("students { id }")),
      example(bureau, schoolClass("students { id }")),
    ],
  },
  "SchoolClass.*": {
    allowed: example(guardian, student("schoolClass { id name grade school { name } }")),
    refused: [example(guardian, schoolClass("id name")), example(itOfJinhua, schoolClass("id name"))],
  },
  "Student.name": {
    allowed: example(guardian, student("name")),
    refused: example(applicant, student("name")),
  },
  "Student.seatNumber": {
    allowed: example(guardian, student("seatNumber")),
    refused: example(applicant, student("seatNumber")),
  },
  "Student.studentNumber": {
    allowed: example(guardian, student("studentNumber")),
    refused: example(applicant, student("studentNumber")),
  },
  "Student.schoolClass": {
    allowed: example(guardian, student("schoolClass { name }")),
    refused: example(applicant, student("schoolClass { name }")),
  },
  "Student.*": {
    allowed: example(applicant, student("maskedName level school { name }")),
    refused: example(otherGuardian, student("maskedName")),
  },
  "StudentMatch.*": { allowed: example(applicant, find), refused: example(anonymous, find) },
  "RosterImport.*": {
    allowed: example(registrar, importing(sheet([lin]))),
    refused: example(otherGuardian, importing(sheet([lin]))),
  },
  "SheetColumn.*": {
    allowed: example(registrar, importing("班級")),
    refused: example(otherGuardian, importing("班級")),
  },
  "ImportProblem.*": {
    allowed: example(registrar, importing("班級")),
    refused: example(otherGuardian, importing("班級")),
  },
};
