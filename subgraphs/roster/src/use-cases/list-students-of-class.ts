import { batched } from "@campus-graph/kit/graphql/batching";
import type { SeenStudent } from "../access/students.js";
import type { RosterContext } from "../context.js";
import { studentsOfClass } from "../persistence/loaders.js";

/** Who sits in the class now, by seat, as its staff see them. */
export async function listStudentsOfClass(context: RosterContext, classId: string): Promise<SeenStudent[]> {
  const students = (await batched(context, studentsOfClass, classId)) ?? [];
  return students.map((student) => ({ student, grant: "full", knowsSchool: true }));
}
