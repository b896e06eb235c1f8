import { SchoolClassesDocument } from "../../src/generated/operations.js";
import { sheetOf, unusedClassName } from "../class-sheet.js";
import { type DemoContext, expectThat } from "../context.js";
import type { Family, MadeUpChild } from "../fixtures.js";
import { importSheet } from "../steps.js";

/** The classes that this run made, by the child in them. */
export interface Classes {
  younger: string;
  elder: string;
}

/** Each school enters a class of its own, as any school can: first to see what would happen, then in earnest. */
export async function enterClasses(
  context: DemoContext,
  { guardian, younger, elder }: Family,
): Promise<Classes> {
  context.narrator.chapter("Two schools enter their classes");
  return {
    // The elementary school has the father on record, the junior high nobody: the teachers' grids will tell.
    younger: await enterClass(context, younger, guardian.nationalId),
    elder: await enterClass(context, elder),
  };
}

async function enterClass(
  context: DemoContext,
  child: MadeUpChild,
  recordedFather?: string,
): Promise<string> {
  const registrar = await context.step(`The registrar of ${child.schoolName} signs in`, () =>
    context.as(child.registrar),
  );
  const sheet = await context.step(`… tries out a new class sheet: one student, nothing wrong`, async () => {
    const { school } = await registrar.query(SchoolClassesDocument, { code: child.schoolCode });
    const taken = school?.classes.map(({ name }) => name) ?? [];
    const made = sheetOf(child, unusedClassName(child.grade, taken), recordedFather);
    const { applied, added, problems } = await importSheet(registrar, child, made.csv, true);
    expectThat(
      !applied && added === 1 && problems.length === 0,
      "A dry run of one new student should announce one student and no problem, and apply nothing.",
    );
    return made;
  });
  await context.step(`… and enters it: ${sheet.className}, homeroom teacher ${child.teacher}`, async () => {
    const { applied, added } = await importSheet(registrar, child, sheet.csv);
    expectThat(applied && added === 1, "The class sheet should be applied.");
  });
  return sheet.className;
}
