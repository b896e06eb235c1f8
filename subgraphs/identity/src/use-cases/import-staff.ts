import { charactersBetween } from "@campus-graph/kit/refusals/input-rules";
import { BadInput, Forbidden, Refusal } from "@campus-graph/kit/refusals/refusal";
import { recordAudit } from "@campus-graph/kit/sql/audit";
import { transaction } from "@campus-graph/kit/sql/transaction";
import { withRolesOfNow } from "../access/roles-of-now.js";
import type { IdentityContext } from "../context.js";
import { mayAppointAt } from "../domain/appointing.js";
import { StaffRoleHeld } from "../domain/refusals.js";
import type { StaffRole } from "../domain/staff-role.js";
import { refusals } from "../refusals.js";
import type { StaffColumn } from "../staff-sheet/columns.js";
import { decodeSheet } from "../staff-sheet/decode.js";
import { problem, type StaffSheetProblem } from "../staff-sheet/problems.js";
import { readStaffSheet, type StaffLine, type StaffSheet } from "../staff-sheet/read-staff-sheet.js";
import { appointOne, checkAppointment, checkPlace } from "./appoint-staff.js";

export interface ImportStaff {
  schoolCode: string;
  /** The sheet's text, or its bytes in base64; one of them. */
  content: string | null;
  bytes: string | null;
  dryRun: boolean;
}

/** What becomes of a line. HELD: the person has the role already, and nothing is done. */
export type StaffLineOutcome = "APPOINTED" | "AWAITS_APPROVAL" | "HELD";

export interface StaffImport {
  lines: (StaffLine & { outcome: StaffLineOutcome })[];
  problems: StaffSheetProblem[];
  applied: boolean;
}

const largestBytes = 64 * 1024;

/**
 * Appoints everybody on a sheet, or with one problem nobody. A dry run does all of it and takes it back, so that what it
 * shows is what would be done. The same sheet again changes nothing.
 */
export async function importStaff(context: IdentityContext, asked: ImportStaff): Promise<StaffImport> {
  const { lines, titles, problems } = readStaffSheet(textOf(asked));
  if (problems.length > 0) return { lines: [], problems, applied: false };
  try {
    return await transaction(context, (context) => appointLines(context, asked, lines, titles));
  } catch (error) {
    if (error instanceof TakenBack) return error.plan;
    throw error;
  }
}

/** Rolls the transaction back, and carries what it would have done. */
class TakenBack extends Error {
  constructor(readonly plan: StaffImport) {
    super("taken back");
  }
}

async function appointLines(
  asking: IdentityContext,
  { schoolCode, dryRun }: ImportStaff,
  lines: readonly StaffLine[],
  titles: StaffSheet["titles"],
): Promise<StaffImport> {
  const context = await withRolesOfNow(asking);
  if (!mayAppointAt(context.viewer, schoolCode)) throw new Forbidden();
  await checkPlace(context, schoolCode);
  const plan: StaffImport = { lines: [], problems: [], applied: !dryRun };
  const given = new Map<string, number>();
  for (const line of lines) {
    const key = `${line.email.toLowerCase()} ${line.role}`;
    try {
      const asked = { ...line, schoolCode, classId: null };
      checkAppointment(context, asked);
      const { role } = await appointOne(context, asked);
      plan.lines.push({ ...line, outcome: outcomeOf(role) });
      given.set(key, line.line);
    } catch (error) {
      const firstLine = given.get(key);
      if (error instanceof StaffRoleHeld && firstLine !== undefined)
        plan.problems.push(problem(line.line, null, "TWICE_ON_SHEET", { firstLine }));
      else if (error instanceof StaffRoleHeld) plan.lines.push({ ...line, outcome: "HELD" });
      else if (error instanceof Refusal) plan.problems.push(problemOf(line.line, titles, error));
      else throw error;
    }
  }
  if (plan.problems.length > 0) throw new TakenBack({ ...plan, lines: [], applied: false });
  if (dryRun) throw new TakenBack(plan);
  await recordAudit(context, {
    act: "import-staff",
    object: `school:${schoolCode}`,
    detail: { lines: plan.lines.length },
  });
  return plan;
}

function outcomeOf({ awaitsApproval }: StaffRole): StaffLineOutcome {
  return awaitsApproval ? "AWAITS_APPROVAL" : "APPOINTED";
}

function problemOf(line: number, titles: StaffSheet["titles"], refusal: Refusal): StaffSheetProblem {
  if (refusal instanceof BadInput) {
    const { field, rule } = refusal.details as { field: string; rule: StaffSheetProblem["message"] };
    return { line, column: titles[field as StaffColumn] ?? null, code: "BAD_INPUT", message: rule };
  }
  const words = (refusals as Readonly<Record<string, StaffSheetProblem["message"]>>)[refusal.code];
  if (!words) throw refusal;
  return { line, column: null, code: refusal.code, message: words };
}

function textOf({ content, bytes }: ImportStaff): string {
  if ((content === null) === (bytes === null)) throw new BadInput({ field: "content", rule: oneOf });
  const sheet = content ?? decodeSheet(Buffer.from(bytes ?? "", "base64"));
  if (Buffer.byteLength(sheet) > largestBytes)
    throw new BadInput({ field: "content", rule: charactersBetween(1, largestBytes) });
  return sheet;
}

const oneOf = {
  "zh-TW": "請填寫 content（文字）或 bytes（base64），擇一。",
  en: "Give content (text) or bytes (base64), one of them.",
};
