import { anonymous } from "@campus-graph/kit/auth/viewer";
import type { SeedStep } from "@campus-graph/kit/sql/seeding";
import { classSevenThree, classTwoOne, demoClasses, demoPeople } from "@campus-graph/schema/demo-city";
import type { RosterServices } from "../context.js";
import { hasTeacher } from "../persistence/teachers.js";
import { importRoster } from "../use-cases/import-roster.js";
import { demoSheet } from "./demo-sheet.js";

/** Roster's part of the demo city: the registrars of two schools hand in a class sheet, as any school's would. */
export const demoCity: SeedStep<RosterServices>[] = [
  sheetOf(demoPeople.registrar, demoClasses.twoOne, classTwoOne),
  sheetOf(demoPeople.registrar2, demoClasses.sevenThree, classSevenThree),
];

type DemoClass = (typeof demoClasses)[keyof typeof demoClasses];

function sheetOf(
  { subjectId }: typeof demoPeople.registrar,
  demoClass: DemoClass,
  students: typeof classTwoOne,
): SeedStep<RosterServices> {
  const { schoolCode, name } = demoClass;
  return {
    name: `the sheet of ${name}`,
    ready: (context) => hasTeacher(context, schoolCode),
    async run(asNobody) {
      const context = { ...asNobody, viewer: { ...anonymous, subject: subjectId } };
      const content = demoSheet(demoClass, students);
      const handIn = (confirmations: readonly string[]) =>
        importRoster(context, {
          schoolCode,
          content,
          dryRun: false,
          keepBefore: false,
          removeClasses: [],
          confirmed: { leavers: null, problems: new Set(confirmations) },
        });
      // The demo's children grow older in years in which their class does not.
      const dryRun = await handIn([]);
      const { problems, applied } = dryRun.applied
        ? dryRun
        : await handIn(dryRun.problems.flatMap(({ confirmation }) => confirmation ?? []));
      if (!applied) throw new Error(`The demo's sheet of ${name} is wrong: ${JSON.stringify(problems)}.`);
    },
  };
}
