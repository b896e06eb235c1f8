import { countAttempt } from "@campus-graph/kit/auth/attempts";
import { sealToken } from "@campus-graph/kit/auth/crypto";
import { grantVisibility, objectOf } from "@campus-graph/kit/auth/visibility";
import { subjectOf } from "@campus-graph/kit/context";
import { recordAudit } from "@campus-graph/kit/sql/audit";
import { transaction } from "@campus-graph/kit/sql/transaction";
import { nationalIdIn } from "@campus-graph/kit/text/national-id";
import { knowledgeOfSchool } from "../access/student-visibility.js";
import type { RosterContext } from "../context.js";
import type { EducationLevel } from "../domain/education-level.js";
import { draftGrantMs, findLimits, matchLifeMs } from "../domain/find-limits.js";
import type { StudentMatch } from "../domain/student-match.js";
import { isRecordedParent } from "../persistence/account-persons.js";
import { findEnrolled } from "../persistence/find-enrolled.js";
import { mayBeSought } from "../persistence/schools-sought.js";
import { nationalIdIndex } from "../persistence/students.js";

export interface FindStudent {
  level: EducationLevel;
  nationalId: string;
  schoolCode: string;
}

/**
 * The student of that national ID at that school and level, or null, whatever the reason. A miss does the very same
 * work as a match, down to the statements, so that neither the answer nor its time tells where a child goes to school.
 */
export async function findStudent(
  context: RosterContext,
  { level, nationalId, schoolCode }: FindStudent,
): Promise<StudentMatch | null> {
  const subject = subjectOf(context);
  const written = nationalIdIn(nationalId) ?? nationalId.trim().toUpperCase().slice(0, 20);
  const index = nationalIdIndex(context.keys, written);
  await countAttempt(context, findLimits.perSubject, subject);
  await countAttempt(context, findLimits.perSubjectAndChild, `${subject} ${index}`);
  await countAttempt(context, findLimits.perAddress, context.viewer.address);
  await countAttempt(context, findLimits.overall, "all");

  const byParent = await isRecordedParent(context, subject, index);
  const isAnswered = await mayBeSought(context, { index, schoolCode, byParent });
  const enrolled = await findEnrolled(context, { index, level, schoolCode });
  const found = isAnswered ? enrolled : null;
  const { studentId, classId, maskedName } = found ?? nobody;
  const now = context.clock.now();
  await transaction(context, async (context) => {
    const grant = { viewer: subject, object: objectOf("student", studentId) };
    const until = new Date(now.getTime() + draftGrantMs);
    await grantVisibility(context.em, { ...grant, reason: "match", until });
    await grantVisibility(context.em, { ...grant, reason: knowledgeOfSchool(schoolCode) });
    await recordAudit(context, {
      act: "student.find",
      object: objectOf("student", studentId),
      detail: { schoolCode },
    });
  });
  const payload = { subject, studentId, schoolCode, classId };
  const expiresAt = new Date(now.getTime() + matchLifeMs);
  const match = sealToken(context.keys.ring("match"), "student-match", payload, expiresAt);
  return found ? { match, maskedName } : null;
}

/** Stands in for the student whom a miss did not find. */
const nobody = {
  studentId: "00000000-0000-0000-0000-000000000000",
  classId: "00000000-0000-0000-0000-000000000000",
  maskedName: "",
};
