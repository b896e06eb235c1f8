import { type AttemptRule, countAttempt } from "@campus-graph/kit/auth/attempts";
import { subjectOf } from "@campus-graph/kit/context";
import { recordAudit } from "@campus-graph/kit/sql/audit";
import { transaction } from "@campus-graph/kit/sql/transaction";
import { UniqueConstraintViolationException } from "@mikro-orm/core";
import type { RosterContext } from "../context.js";
import { SheetMissing, SheetTooLarge } from "../domain/refusals.js";
import { schoolDay } from "../domain/school-day.js";
import { type ClassSheet, parseClassSheet } from "../import/class-sheet.js";
import type { Confirmed } from "../import/confirmed.js";
import {
  type Changing,
  type Coming,
  describeChanging,
  describeComing,
  describeLeaving,
  describeMoving,
  type Leaving,
  type Moving,
} from "../import/journeys.js";
import { type ImportPlan, planImport, type Records } from "../import/plan.js";
import { isError, isStopped, type Problem } from "../import/problem.js";
import { lockSchool } from "../persistence/lock-school.js";
import { readRecords } from "../persistence/read-records.js";
import { applyPlan } from "./apply-plan.js";
import { findTakenId } from "./correct-ids.js";
import { sheetBefore } from "./sheet-before.js";

export interface ImportRoster {
  schoolCode: string;
  content: string | null;
  dryRun: boolean;
  confirmed: Confirmed;
  /** Whether the sheet of before is wanted with the answer. */
  keepBefore: boolean;
  /** Classes that are to be no more, as an undone import made them. */
  removeClasses: readonly string[];
}

/**
 * What an import did, or in a dry run would do. With an error it does nothing at all, and every count is 0; with
 * something to be confirmed it does nothing either, and the counts tell what it would do.
 */
export interface ImportResult {
  /** How the sheet's titles were understood. */
  titles: ClassSheet["titles"];
  added: number;
  changed: number;
  moved: number;
  left: number;
  /** Who comes, changes, moves and leaves. */
  coming: Coming[];
  changing: Changing[];
  moving: Moving[];
  leaving: Leaving[];
  /** Names of the classes that come into being, and of those that end. */
  newClasses: string[];
  endingClasses: string[];
  problems: Problem[];
  applied: boolean;
  /** What undoes it; null where that was not asked for, or nothing was done. */
  before: string | null;
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
  { schoolCode, content, dryRun, confirmed, keepBefore, removeClasses }: ImportRoster,
): Promise<ImportResult> {
  if (!content) throw new SheetMissing();
  if (Buffer.byteLength(content) > largestKilobytes * 1024) throw new SheetTooLarge({ largestKilobytes });
  await countAttempt(context, importLimit, subjectOf(context));
  return context.services.imports.run(schoolCode, async () => {
    const sheet = readSheet(content, schoolDay(context.clock.now()), removeClasses);
    const handedIn = { schoolCode, sheet, confirmed, keepBefore, removeClasses };
    if (dryRun) return tryOut(context, handedIn);
    try {
      return await enter(context, handedIn);
    } catch (error) {
      // Another school entered the same new child a moment ago; on a second reading that is known.
      if (!(error instanceof UniqueConstraintViolationException)) throw error;
      return enter({ ...context, em: context.em.fork() }, handedIn);
    }
  });
}

/** A sheet that was read, and what its registrar says to it. */
interface HandedIn {
  schoolCode: string;
  sheet: ClassSheet;
  confirmed: Confirmed;
  keepBefore: boolean;
  removeClasses: readonly string[];
}

/** Where an import made nothing but new classes, the sheet of before has none, and says all the same what to do. */
function readSheet(content: string, today: string, removeClasses: readonly string[]): ClassSheet {
  const sheet = parseClassSheet(content, today);
  if (removeClasses.length === 0) return sheet;
  return { ...sheet, problems: sheet.problems.filter(({ code }) => code !== "EMPTY_SHEET") };
}

/** What `enter` would do, by the same plan, which is not carried out. */
async function tryOut(
  context: RosterContext,
  { schoolCode, sheet, confirmed, removeClasses }: HandedIn,
): Promise<ImportResult> {
  const records = await readRecords(context, schoolCode, sheet, removeClasses);
  const result = {
    ...resultOf(sheet, planImport(sheet, records, confirmed, removeClasses), records),
    applied: false,
    before: null,
  };
  await recordImport(context, schoolCode, sheet, result, true);
  return result;
}

/** One import of a school at a time: those of this process wait in turn, those of its copies for the school's lock. */
function enter(
  context: RosterContext,
  { schoolCode, sheet, confirmed, keepBefore, removeClasses }: HandedIn,
): Promise<ImportResult> {
  return transaction(context, async (context) => {
    await lockSchool(context, schoolCode);
    const records = await readRecords(context, schoolCode, sheet, removeClasses);
    const plan = planImport(sheet, records, confirmed, removeClasses);
    const taken = isStopped(plan.problems) ? null : await findTakenId(context, records, plan);
    if (taken) plan.problems.push(taken);
    const applied = !isStopped(plan.problems);
    const before = applied && keepBefore ? await sheetBefore(context, plan, records) : null;
    const result = { ...resultOf(sheet, plan, records), applied, before };
    if (applied) await applyPlan(context, records, plan);
    await recordImport(context, schoolCode, sheet, result, false);
    return result;
  });
}

/** Every sheet is written down, one that only tries or fails too: how many persons it named, and what came of it. */
function recordImport(
  context: RosterContext,
  schoolCode: string,
  { classes }: ClassSheet,
  { added, changed, moved, left, problems, before }: ImportResult,
  dryRun: boolean,
): Promise<void> {
  const students = classes.reduce((sum, { students }) => sum + students.length, 0);
  const counts = { added, changed, moved, left };
  // The sheet of before holds national IDs: that it was handed out is written down.
  const detail = {
    dryRun,
    students,
    problems: problems.length,
    ...counts,
    ...(before !== null && { toldBefore: true }),
  };
  return recordAudit(context, { act: "roster.import", object: `school:${schoolCode}`, detail });
}

function resultOf(
  { titles }: ClassSheet,
  plan: ImportPlan,
  records: Records,
): Omit<ImportResult, "applied" | "before"> {
  const { problems } = plan;
  const { classes, remove, enrol, change, move, leave } = problems.some(isError) ? nothing : plan;
  return {
    titles,
    added: enrol.length,
    changed: change.length,
    moved: move.length,
    left: leave.length,
    coming: describeComing(enrol),
    changing: describeChanging(change, records),
    moving: describeMoving(move, records),
    leaving: describeLeaving(leave, records),
    newClasses: classes.map(({ name }) => name).filter((name) => !records.hasClass(name)),
    endingClasses: remove.map(records.classNameOf),
    problems,
  };
}

const nothing = { classes: [], remove: [], enrol: [], change: [], move: [], leave: [] };
