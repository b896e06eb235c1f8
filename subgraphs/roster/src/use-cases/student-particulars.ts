import { batched } from "@campus-graph/kit/graphql/batching";
import type { PersonName } from "@campus-graph/kit/text/person-name";
import type { RosterContext } from "../context.js";
import type { SchoolClass } from "../domain/school-class.js";
import type { Student } from "../domain/student.js";
import { classById } from "../persistence/loaders.js";
import { openParticulars } from "../persistence/sealed-particulars.js";

/** The whole name, which stands sealed on record. */
export function wholeNameOf({ keys }: RosterContext, student: Student): PersonName {
  return openParticulars(keys, student).name;
}

/** The class where the student sits now; null once they left. */
export async function classOf(context: RosterContext, student: Student): Promise<SchoolClass | null> {
  return student.isEnrolled ? batched(context, classById, student.classId) : null;
}
