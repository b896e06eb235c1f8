import { isId } from "@campus-graph/kit/id";
import { BadInput } from "@campus-graph/kit/refusal";
import { ClassNotAtSchool } from "../domain/refusals.js";
import { pupilsOf } from "../persistence/students.js";
import type { PaymentsContext } from "../services.js";

/** The most bills of one act: it commits within the two seconds that a service's transaction may last. */
export const mostBillsAtOnce = 2_000;

/** Whom a cashier bills: whole classes, single students, or both. */
export interface PupilChoice {
  classIds: readonly string[];
  studentIds: readonly string[];
}

export interface ChosenPupils {
  /** Each once, in class and seat order. */
  pupilIds: string[];
  /** Ids of students who are not at the school, or not at all: the two are not told apart. */
  strangerIds: string[];
}

/** Refuses (CLASS_NOT_AT_SCHOOL) a class without students at the school: a bill to nobody is a mistake to be told. */
export async function choosePupils(
  { em }: PaymentsContext,
  schoolCode: string,
  { classIds, studentIds }: PupilChoice,
): Promise<ChosenPupils> {
  if (classIds.length + studentIds.length === 0) throw new BadInput({ field: "classIds", rule: "≥ 1" });
  if (studentIds.length > mostBillsAtOnce)
    throw new BadInput({ field: "studentIds", rule: `≤ ${mostBillsAtOnce}` });
  const pupils = await pupilsOf(em, schoolCode, {
    classIds: classIds.filter(isId),
    studentIds: studentIds.filter(isId),
  });
  if (pupils.length > mostBillsAtOnce)
    throw new BadInput({ field: "classIds", rule: `≤ ${mostBillsAtOnce}` });
  const seenClasses = new Set(pupils.map(({ classId }) => classId));
  for (const classId of classIds)
    if (!seenClasses.has(classId.toLowerCase())) throw new ClassNotAtSchool({ classId });
  const pupilIds = pupils.map(({ id }) => id);
  const found = new Set(pupilIds);
  return { pupilIds, strangerIds: [...new Set(studentIds)].filter((id) => !found.has(id.toLowerCase())) };
}
