import type { SeedStep } from "@campus-graph/kit/seeding";
import { classSevenThree, classTwoOne, demoClasses } from "@campus-graph/schema/demo-city";
import { hasTeacher } from "../persistence/teachers.js";
import type { RosterServices } from "../roster-context.js";
import { importRoster } from "../use-cases/import-roster.js";
import { demoSheet } from "./demo-sheet.js";

/** Roster's part of the demo city: two schools hand in a class sheet, as any school would. */
export const demoCity: SeedStep<RosterServices>[] = [
  sheetOf(demoClasses.twoOne, classTwoOne),
  sheetOf(demoClasses.sevenThree, classSevenThree),
];

type DemoClass = (typeof demoClasses)[keyof typeof demoClasses];

function sheetOf(demoClass: DemoClass, students: typeof classTwoOne): SeedStep<RosterServices> {
  const { schoolCode, name } = demoClass;
  return {
    name: `the sheet of ${name}`,
    ready: (context) => hasTeacher(context, schoolCode),
    async run(context) {
      const content = demoSheet(demoClass, students);
      const { problems } = await importRoster(context, { schoolCode, content, dryRun: false });
      if (problems.length > 0)
        throw new Error(`The demo's sheet of ${name} is wrong: ${JSON.stringify(problems)}.`);
    },
  };
}
