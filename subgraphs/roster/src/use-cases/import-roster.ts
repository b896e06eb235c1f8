import { recordAudit } from "@campus-graph/kit/audit";
import { taipeiDate } from "@campus-graph/kit/clock";
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
 * Brings the books of a school into line with a class sheet, all of it or none. The sheet is the whole list of each
 * class that it names: who sat there and is not on it has left. The same sheet again changes nothing.
 */
export async function importRoster(
  context: RosterContext,
  { schoolCode, content, dryRun }: ImportRoster,
): Promise<ImportResult> {
  if (!content) throw new SheetMissing();
  if (Buffer.byteLength(content) > largestKilobytes * 1024) throw new SheetTooLarge({ largestKilobytes });
  const sheet = parseClassSheet(content, taipeiDate(context.clock.now()));
  if (dryRun) {
    const plan = planImport(sheet, await readRecords(context, schoolCode, sheet));
    return { ...counts(plan), applied: false };
  }
  try {
    return await enter(context, schoolCode, sheet);
  } catch (error) {
    // Another school entered the same new child a moment ago; on a second reading that is told as a problem.
    if (!(error instanceof UniqueConstraintViolationException)) throw error;
    return enter({ ...context, em: context.em.fork() }, schoolCode, sheet);
  }
}

/** One import of a school at a time: those of this process wait in turn, those of its copies for the school's lock. */
function enter(context: RosterContext, schoolCode: string, sheet: ClassSheet): Promise<ImportResult> {
  return context.services.imports.run(schoolCode, () =>
    transaction(context, async (context) => {
      await lockSchool(context, schoolCode);
      const plan = planImport(sheet, await readRecords(context, schoolCode, sheet));
      const result = { ...counts(plan), applied: plan.problems.length === 0 };
      if (!result.applied) return result;
      await applyPlan(context, schoolCode, plan);
      const { added, changed, moved, left } = result;
      const detail = { added, changed, moved, left };
      await recordAudit(context, { act: "roster.import", object: `school:${schoolCode}`, detail });
      return result;
    }),
  );
}

function counts({ enrol, change, move, leave, problems }: ImportPlan): Omit<ImportResult, "applied"> {
  const count = (list: readonly unknown[]) => (problems.length === 0 ? list.length : 0);
  return { added: count(enrol), changed: count(change), moved: count(move), left: count(leave), problems };
}
