import type { Connection } from "@campus-graph/clients/connect";
import { ClassReviewDocument, MyClassesDocument } from "@campus-graph/clients/generated/operations";

/** The row of a student in the grid of the teacher's own class. */
export async function rowOf(teacher: Connection, maskedName: string) {
  const { myClasses } = await teacher.query(MyClassesDocument);
  const { data } = await teacher.answer(ClassReviewDocument, { classId: myClasses[0]!.id });
  const row = data?.classReview.find(({ student }) => student.maskedName === maskedName);
  if (!row) throw new Error(`No ${maskedName} is in the class.`);
  return row;
}

/** The request that waits for this student. */
export async function pendingRequest(teacher: Connection, maskedName: string): Promise<string> {
  const [request] = (await rowOf(teacher, maskedName)).pending;
  if (!request) throw new Error(`No request waits for ${maskedName}.`);
  return request.id;
}
