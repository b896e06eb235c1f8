import { type AttemptRule, countAttempt } from "@campus-graph/kit/auth/attempts";
import { sealToken } from "@campus-graph/kit/auth/crypto";
import { hasRole } from "@campus-graph/kit/auth/viewer";
import { subjectOf } from "@campus-graph/kit/context";
import { recordEvent } from "@campus-graph/kit/events/outbox";
import { charactersBetween } from "@campus-graph/kit/refusals/input-rules";
import { BadInput, NotFound } from "@campus-graph/kit/refusals/refusal";
import { recordAudit } from "@campus-graph/kit/sql/audit";
import { transaction } from "@campus-graph/kit/sql/transaction";
import type { NationalId } from "@campus-graph/kit/text/national-id";
import { hasHomeroom } from "../access/classes.js";
import { seeStudent } from "../access/students.js";
import type { RosterContext } from "../context.js";
import type { Student } from "../domain/student.js";
import { openParticulars } from "../persistence/sealed-particulars.js";

export interface Reveal {
  studentId: string;
  reason: string;
}

/** National IDs that one person is shown in an hour: a class of them at the most, not a school. **Own rule.** */
const revealLimit: AttemptRule = { scope: "reveal-national-id", limit: 40, windowMs: 3_600_000 };
const [shortestReason, longestReason] = [2, 500];

/**
 * The national ID of a student, for their homeroom teacher or their school's registrar. It is not answered unless it is
 * written down who saw it and why, which the guardians can read. Somebody else's student answers as a missing one.
 */
export async function revealStudentId(
  context: RosterContext,
  { studentId, reason }: Reveal,
): Promise<NationalId> {
  const words = readReason(reason);
  await countAttempt(context, revealLimit, subjectOf(context));
  const student = (await seeStudent(context, studentId))?.student;
  const role = student?.isEnrolled ? await roleTowards(context, student) : null;
  if (!student || !role) throw new NotFound();
  await transaction(context, async (context) => {
    const { em, keys, clock, newId } = context;
    recordEvent(em, {
      type: "roster.Disclosed",
      key: student.id,
      payload: {
        disclosureId: newId(),
        bySubjectId: subjectOf(context),
        role,
        schoolCode: student.schoolCode,
        what: "STUDENT_NATIONAL_ID",
        sealedReason: sealToken(keys.ring("staff"), "disclosure", { reason: words }, null),
        personSubjectId: null,
        studentId: student.id,
        requestId: null,
      },
      occurredAt: clock.now(),
    });
    await recordAudit(context, { act: "reveal-student-id", object: `student:${student.id}` });
  });
  return openParticulars(context.keys, student).nationalId;
}

/** As what the viewer may ask; null for a cashier, who sees the student and has no use for the number. */
async function roleTowards(
  context: RosterContext,
  { schoolCode, classId }: Student,
): Promise<"REGISTRAR" | "TEACHER" | null> {
  if (hasRole(context.viewer, "REGISTRAR", schoolCode)) return "REGISTRAR";
  return (await hasHomeroom(context, classId)) ? "TEACHER" : null;
}

function readReason(reason: string): string {
  const words = reason.trim();
  if ([...words].length < shortestReason || [...words].length > longestReason)
    throw new BadInput({ field: "input.reason", rule: charactersBetween(shortestReason, longestReason) });
  return words;
}
