import { entriesBetween } from "@campus-graph/kit/refusals/input-rules";
import { BadInput } from "@campus-graph/kit/refusals/refusal";
import { isId } from "@campus-graph/kit/sql/id";
import type { PaymentsContext } from "../context.js";
import { ClassNotAtSchool } from "../domain/refusals.js";
import { chosenStudents } from "../persistence/students.js";

/** The most bills of one act: it commits within the two seconds that a service's transaction may last. */
export const mostBillsAtOnce = 2_000;

/** Whom a cashier bills: whole classes, single students, or both. */
export interface StudentChoice {
  classIds: readonly string[];
  studentIds: readonly string[];
}

export interface ChosenStudents {
  /** Each once, in class and seat order. */
  chosenIds: string[];
  /** Ids of students who are not at the school, or not at all: the two are not told apart. */
  idsNotAtSchool: string[];
}

/** Refuses (CLASS_NOT_AT_SCHOOL) a class without students at the school: a bill to nobody is a mistake to be told. */
export async function chooseStudents(
  { em }: PaymentsContext,
  schoolCode: string,
  { classIds, studentIds }: StudentChoice,
): Promise<ChosenStudents> {
  if (classIds.length + studentIds.length === 0)
    throw new BadInput({
      field: "classIds",
      rule: {
        "zh-TW": "請至少指定一個班級（classIds）或一位學生（studentIds）。",
        en: "Name at least one class here, or one student in studentIds.",
      },
    });
  if (studentIds.length > mostBillsAtOnce)
    throw new BadInput({ field: "studentIds", rule: entriesBetween(0, mostBillsAtOnce) });
  const students = await chosenStudents(em, schoolCode, {
    classIds: classIds.filter(isId),
    studentIds: studentIds.filter(isId),
  });
  if (students.length > mostBillsAtOnce)
    throw new BadInput({
      field: "classIds",
      rule: {
        "zh-TW": `一次最多開立 ${mostBillsAtOnce} 張繳費單，所選班級共有 ${students.length} 位學生，請分次開立。`,
        en: `At most ${mostBillsAtOnce} bills are issued at once, and these classes have ${students.length} students. Issue them in parts.`,
      },
    });
  const seenClasses = new Set(students.map(({ classId }) => classId));
  for (const classId of classIds)
    if (!seenClasses.has(classId.toLowerCase())) throw new ClassNotAtSchool({ classId });
  const chosenIds = students.map(({ id }) => id);
  const found = new Set(chosenIds);
  return { chosenIds, idsNotAtSchool: [...new Set(studentIds)].filter((id) => !found.has(id.toLowerCase())) };
}
