import { type AttemptRule, checkAttempts, countAttempt } from "@campus-graph/kit/auth/attempts";
import { objectOf } from "@campus-graph/kit/auth/visibility";
import { subjectOf } from "@campus-graph/kit/context";
import { recordAudit } from "@campus-graph/kit/sql/audit";
import type { RosterContext } from "../context.js";
import type { Entry, ImportPlan, Records } from "../import/plan.js";
import type { Problem } from "../import/problem.js";
import { nationalIdIndex } from "../persistence/students.js";

/**
 * How many corrections of a registrar may come to nothing in a day, since each tells that somebody is or was on the
 * books. **Own rule:** a misread certificate is rare, and a list of IDs to be asked about is long.
 */
const takenLimit: AttemptRule = { scope: "id-taken", limit: 10, windowMs: 24 * 3_600_000 };

/**
 * The first confirmed correction of a national ID to one that another record of the city holds, as a problem: the student
 * stays as they were. It is found when the plan is carried out, never by a dry run, it says no more of a student of another
 * school than of somebody whom no school has any more, and it is written down under the registrar's name.
 */
export async function findTakenId(
  context: RosterContext,
  records: Records,
  plan: ImportPlan,
): Promise<Problem | null> {
  const corrections = correctionsIn(context, plan);
  if (corrections.length === 0) return null;
  await checkAttempts(context, takenLimit, subjectOf(context));
  const taken = corrections.find(
    ({ sheet: { nationalId } }) =>
      records.released.has(nationalId) || records.elsewhere.has(nationalIdIndex(context.keys, nationalId)),
  );
  if (!taken) return null;
  await countAttempt(context, takenLimit, subjectOf(context));
  await recordAudit(context, {
    act: "student.id-refused",
    object: objectOf("student", taken.before!.student.id),
    detail: { schoolCode: records.schoolCode },
  });
  return { line: taken.sheet.line, column: null, code: "ID_TAKEN" };
}

/** Writes down whose national ID the plan corrects, before it is carried out. No number is told, only its key. */
export async function recordCorrections(
  context: RosterContext,
  { schoolCode, personKeyOf }: Records,
  plan: ImportPlan,
): Promise<void> {
  for (const { sheet, before } of correctionsIn(context, plan))
    await recordAudit(context, {
      act: "student.correct-id",
      object: objectOf("student", before!.student.id),
      detail: { schoolCode, from: before!.student.personKey, to: personKeyOf(sheet.nationalId) },
    });
}

function correctionsIn({ keys }: RosterContext, { move, change }: ImportPlan): Entry[] {
  return [...move, ...change].filter(
    ({ sheet, before }) => before!.student.nationalIdIndex !== nationalIdIndex(keys, sheet.nationalId),
  );
}
