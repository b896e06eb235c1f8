import type { RosterContext } from "../context.js";
import { SchoolClass } from "../domain/school-class.js";
import type { Student } from "../domain/student.js";
import type { StudentNews } from "./publish-students.js";

/**
 * What is to be told of students of whom others know already. Who has left is told as they were, and as having left. Of
 * who is still to arrive nobody has heard.
 */
export async function newsAgain({ em }: RosterContext, students: readonly Student[]): Promise<StudentNews[]> {
  const known = students.filter(({ arriving }) => !arriving);
  const classes = await em.find(SchoolClass, { id: { $in: known.map(({ classId }) => classId) } });
  return known.flatMap((student): StudentNews[] => {
    const schoolClass = classes.find(({ id }) => id === student.classId)!;
    const changed = {
      type: "roster.StudentChanged",
      student,
      schoolClass,
      fromClassId: schoolClass.id,
    } as const;
    return student.isEnrolled ? [changed] : [changed, { type: "roster.StudentLeft", student }];
  });
}
