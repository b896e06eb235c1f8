import { type AttemptRule, countAttempt } from "@campus-graph/kit/attempts";
import { recordAudit } from "@campus-graph/kit/audit";
import { taipeiDate } from "@campus-graph/kit/clock";
import { subjectOf } from "@campus-graph/kit/context";
import { transaction } from "@campus-graph/kit/transaction";
import { UniqueConstraintViolationException } from "@mikro-orm/core";
import { SheetMissing, SheetTooLarge } from "../domain/refusals.js";
import { type ClassSheet, parseClassSheet } from "../import/class-sheet.js";
import { type ImportPlan, planImport } from "../import/plan.js";
import type { Problem } from "../import/problem.js";
import { lockSchool } from "../persistence/lock-school.js";
import { readRecords } from "../persistence/read-records.js";
import type { RosterContext } from "../roster-context.js";
import { applyPlan } from "./apply-plan.js";

export interface ImportRoster {
  schoolCode: string;
  content: string | null;
  dryRun: boolean;
}

/** What an import did, or in a dry run would do. With a problem it does nothing at all, and every count is 0. */
export interface ImportResult {
  added: number;
  changed: number;
  moved: number;
  left: number;
  problems: Problem[];
  applied: boolean;
}

const largestKilobytes = 256;

/**
 * How many sheets one registrar may hand in, dry runs included: reading one is work, and each could ask about two
 * thousand persons. **Own rule:** a school of sixty classes fits in a few sheets.
 */
const importLimit: AttemptRule = { scope: "import-roster", limit: 60, windowMs: 3_600_000 };

/**
 * Brings the books of a school into line with a class sheet, all of it or none. The sheet is the whole list of each
 * class that it names: who sat there and is not on it has left. The same sheet again changes nothing.
 */
export async function importRoster(
  context: RosterContext,
  { schoolCode, content, dryRun }: ImportRoster,
): Promise<ImportResult> {
  if (!content) throw new SheetMissing();
  if (Buffer.byteLength(content) > largestKilobytes * 1024) throw new SheetTooLarge({ largestKilobytes });
  await countAttempt(context, importLimit, subjectOf(context));
  return context.services.imports.run(schoolCode, async () => {
    const sheet = parseClassSheet(content, taipeiDate(context.clock.now()));
    if (dryRun) return tryOut(context, schoolCode, sheet);
    try {
      return await enter(context, schoolCode, sheet);
    } catch (error) {
      // Another school entered the same new child a moment ago; on a second reading that is known.
      if (!(error instanceof UniqueConstraintViolationException)) throw error;
      return enter({ ...context, em: context.em.fork() }, schoolCode, sheet);
    }
  });
}

/** What `enter` would do, by the same plan, which is not carried out. */
async function tryOut(context: RosterContext, schoolCode: string, sheet: ClassSheet): Promise<ImportResult> {
  const plan = planImport(sheet, await readRecords(context, schoolCode, sheet));
  const result = { ...counts(plan), applied: false };
  await recordImport(context, schoolCode, sheet, result, true);
  return result;
}

/** One import of a school at a time: those of this process wait in turn, those of its copies for the school's lock. */
function enter(context: RosterContext, schoolCode: string, sheet: ClassSheet): Promise<ImportResult> {
  return transaction(context, async (context) => {
    await lockSchool(context, schoolCode);
    const records = await readRecords(context, schoolCode, sheet);
    const plan = planImport(sheet, records);
    const result = { ...counts(plan), applied: plan.problems.length === 0 };
    if (result.applied) await applyPlan(context, records, plan);
    await recordImport(context, schoolCode, sheet, result, false);
    return result;
  });
}

/** Every sheet is written down, one that only tries or fails too: how many persons it named, and what came of it. */
function recordImport(
  context: RosterContext,
  schoolCode: string,
  { classes }: ClassSheet,
  { added, changed, moved, left, problems }: ImportResult,
  dryRun: boolean,
): Promise<void> {
  const students = classes.reduce((sum, { students }) => sum + students.length, 0);
  const detail = { dryRun, students, problems: problems.length, added, changed, moved, left };
  return recordAudit(context, { act: "roster.import", object: `school:${schoolCode}`, detail });
}

function counts({ enrol, change, move, leave, problems }: ImportPlan): Omit<ImportResult, "applied"> {
  const count = (list: readonly unknown[]) => (problems.length === 0 ? list.length : 0);
  return { added: count(enrol), changed: count(change), moved: count(move), left: count(leave), problems };
}
