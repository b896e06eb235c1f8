import { recordAudit } from "@campus-graph/kit/sql/audit";
import { transaction } from "@campus-graph/kit/sql/transaction";
import type { RosterContext } from "../context.js";
import { School } from "../domain/school.js";
import { parseSchoolList, type SchoolList, type SchoolListProblem } from "../import/school-list.js";
import { lockSchoolList, schoolsWithClasses } from "../persistence/schools.js";
import { publishSchools } from "./publish-schools.js";

export interface EnterSchools {
  /** The CSV. */
  content: string;
  /** The list is the whole city's: a school that it does not name, and that has no class, is taken out. */
  isWhole: boolean;
  /** Only says what would happen. */
  dryRun: boolean;
}

export interface SchoolsEntered {
  /** By code. */
  added: string[];
  changed: string[];
  removed: string[];
  /** With one, nothing is done at all. */
  problems: { line: number; message: string }[];
  applied: boolean;
}

/** Brings the city's schools into line with an operator's list, all of it or none. The same list again changes nothing. */
export function enterSchools(
  context: RosterContext,
  { content, isWhole, dryRun }: EnterSchools,
): Promise<SchoolsEntered> {
  const list = parseSchoolList(content);
  return transaction(context, async (context) => {
    await lockSchoolList(context);
    const plan = planSchools(
      list,
      await context.em.find(School, {}),
      await schoolsWithClasses(context),
      isWhole,
    );
    const problems = plan.problems.map(({ line, says }) => ({
      line,
      message: says[context.viewer.language],
    }));
    const said = {
      added: codes(plan.add),
      changed: codes(plan.change),
      removed: codes(plan.remove),
      problems,
    };
    if (problems.length > 0) return { added: [], changed: [], removed: [], problems, applied: false };
    if (dryRun) return { ...said, applied: false };
    await context.em.upsertMany(School, [...plan.add, ...plan.change]);
    await context.em.nativeDelete(School, { code: { $in: said.removed } });
    publishSchools(context, { entered: [...plan.add, ...plan.change], removed: said.removed });
    if (plan.add.length + plan.change.length + plan.remove.length > 0)
      await recordAudit(context, {
        act: "enter-schools",
        object: "schools",
        detail: { added: said.added, changed: said.changed, removed: said.removed },
      });
    return { ...said, applied: true };
  });
}

interface SchoolPlan {
  add: School[];
  change: School[];
  remove: School[];
  problems: SchoolListProblem[];
}

/** A class and its children belong to a school of one level, so a school that has any keeps its level and its place. */
function planSchools(
  { schools, problems }: SchoolList,
  known: readonly School[],
  withClasses: ReadonlySet<string>,
  isWhole: boolean,
): SchoolPlan {
  const before = new Map(known.map((school) => [school.code, school]));
  const named = new Set(schools.map(({ school }) => school.code));
  const plan: SchoolPlan = { add: [], change: [], remove: [], problems: [...problems] };
  for (const { line, school } of schools) {
    const old = before.get(school.code);
    if (!old) plan.add.push(school);
    else if (old.level !== school.level && withClasses.has(school.code))
      plan.problems.push({ line, says: keepsLevel(school.code, old.level) });
    else if (old.name !== school.name || old.level !== school.level) plan.change.push(school);
  }
  if (!isWhole) return plan;
  const unnamed = known.filter(({ code }) => !named.has(code));
  plan.remove = unnamed.filter(({ code }) => !withClasses.has(code));
  plan.problems.push(
    ...unnamed
      .filter(({ code }) => withClasses.has(code))
      .map(({ code }) => ({ line: 1, says: keepsPlace(code) })),
  );
  return plan;
}

function keepsLevel(code: string, level: string) {
  return {
    "zh-TW": `${code} 已有班級，級別須維持 ${level}。`,
    en: `${code} has classes already, so its level stays ${level}.`,
  };
}

function keepsPlace(code: string) {
  return {
    "zh-TW": `名單缺少 ${code}，但該校已有班級，不可移除。`,
    en: `The list lacks ${code}, which has classes and cannot be taken out.`,
  };
}

function codes(schools: readonly School[]): string[] {
  return schools.map(({ code }) => code).sort();
}
