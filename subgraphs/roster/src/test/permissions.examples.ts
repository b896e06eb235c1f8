import { anonymous, type Viewer } from "@campus-graph/kit/auth/viewer";
import {
  applicant,
  guardian,
  narrowed,
  neihu,
  registrar,
  registrarOfJinhua,
  stranger,
  teacher,
  wallet,
} from "./given.js";
import { lin, sheet } from "./sheets.js";

/** What the examples are asked of: one class with one student, bound to the guardian. */
export interface World {
  classId: string;
  studentId: string;
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

const ask = (viewer: Viewer, query: (world: World) => string): Example => ({ viewer, query });

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

/** For every row of the permission table. */
export const examples: Record<string, Examples> = {
  "Query.schools": { allowed: ask(anonymous, () => "{ schools { name } }") },
  "Query.school": { allowed: ask(anonymous, school("name")) },
  "Query.schoolClass": {
    allowed: ask(registrar, ({ classId }) => `{ schoolClass(id: "${classId}") { name } }`),
    refused: ask(guardian, ({ classId }) => `{ schoolClass(id: "${classId}") { name } }`),
  },
  "Query.myClasses": {
    allowed: ask(teacher, () => "{ myClasses { name } }"),
    refused: ask(guardian, () => "{ myClasses { name } }"),
  },
  "Query.findStudent": {
    allowed: ask(applicant, find),
    refused: [ask(anonymous, find), ask(wallet, find), ask(narrowed, find)],
  },
  "Mutation.importRoster": {
    allowed: ask(registrar, importing(sheet([lin]))),
    refused: ask(registrarOfJinhua, importing(sheet([lin]))),
  },
  "School.classes": {
    allowed: ask(registrar, school("classes { name }")),
    refused: ask(guardian, school("classes { name }")),
  },
  "School.*": { allowed: ask(anonymous, school("code name level")) },
  "SchoolClass.students": {
    allowed: ask(registrar, schoolClass("students { id }")),
    // A guardian comes to the class through their own child, and no further.
    refused: ask(guardian, student("schoolClass { students { id } }")),
  },
  "SchoolClass.*": {
    allowed: ask(guardian, student("schoolClass { id name grade school { name } }")),
    refused: ask(guardian, schoolClass("id name")),
  },
  "Student.name": { allowed: ask(guardian, student("name")), refused: ask(applicant, student("name")) },
  "Student.seatNumber": {
    allowed: ask(guardian, student("seatNumber")),
    refused: ask(applicant, student("seatNumber")),
  },
  "Student.studentNumber": {
    allowed: ask(guardian, student("studentNumber")),
    refused: ask(applicant, student("studentNumber")),
  },
  "Student.schoolClass": {
    allowed: ask(guardian, student("schoolClass { name }")),
    refused: ask(applicant, student("schoolClass { name }")),
  },
  "Student.*": {
    allowed: ask(applicant, student("maskedName level school { name }")),
    refused: ask(stranger, student("maskedName")),
  },
  "StudentMatch.*": { allowed: ask(applicant, find), refused: ask(anonymous, find) },
  "RosterImport.*": {
    allowed: ask(registrar, importing(sheet([lin]))),
    refused: ask(stranger, importing(sheet([lin]))),
  },
  "SheetColumn.*": {
    allowed: ask(registrar, importing("班級")),
    refused: ask(stranger, importing("班級")),
  },
  "ImportProblem.*": {
    allowed: ask(registrar, importing("班級")),
    refused: ask(stranger, importing("班級")),
  },
};
