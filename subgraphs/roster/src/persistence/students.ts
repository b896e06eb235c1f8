import { blindIndex } from "@campus-graph/kit/auth/crypto";
import type { Keys } from "@campus-graph/kit/auth/keys";
import { textArray } from "@campus-graph/kit/auth/visibility";
import type { Context } from "@campus-graph/kit/context";
import type { NationalId } from "@campus-graph/kit/text/national-id";
import { type ParentPosition, type RecordedParent, Student } from "../domain/student.js";
import { openParentId } from "./sealed-particulars.js";

/** By what a student's row is found without decrypting anything. */
export function nationalIdIndex(keys: Keys, nationalId: string): string {
  return blindIndex(keys.ring("index"), `student:${nationalId}`);
}

/** Whom a sheet could touch. */
export interface Sought {
  nationalIds: readonly NationalId[];
  /** Whoever sits in these classes. */
  classIds: readonly string[];
  /** Whoever sits in one of these under such a masked name or student number (in capitals): perhaps the same person. */
  schoolClassIds: readonly string[];
  maskedNames: readonly string[];
  studentNumbers: readonly string[];
}

/**
 * Every record of these persons and of those who sit in these classes, whichever school's it is. In a transaction their
 * rows are locked, in one order, so that two schools neither both take in a child nor wait for each other in a ring.
 */
export async function findTouched(
  { em, keys }: Context,
  { nationalIds, classIds, schoolClassIds, maskedNames, studentNumbers }: Sought,
): Promise<Student[]> {
  const named = nationalIds.map((nationalId) => nationalIdIndex(keys, nationalId));
  const seated = await em.execute<{ national_id_index: string }[]>(
    `select national_id_index from student where class_id = any(?::uuid[]) and left_at is null
     and (class_id = any(?::uuid[]) or masked_name = any(?::text[]) or upper(student_number) = any(?::text[]))`,
    [schoolClassIds, classIds, maskedNames, studentNumbers].map(textArray),
  );
  const persons = [...new Set([...named, ...seated.map(({ national_id_index }) => national_id_index)])];
  if (em.isInTransaction())
    await em.execute(
      "select 1 as one from student where national_id_index = any(?::text[]) order by id for update",
      [textArray(persons)],
    );
  // Read only now: while we waited for the locks another school may have entered one of them.
  return em.find(Student, { nationalIdIndex: { $in: persons } }, { orderBy: { id: "asc" } });
}

/** The recorded parents' keys of these students: student → position → personKey. */
export async function parentKeysOf(
  { em }: Context,
  studentIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<ParentPosition, string>>> {
  if (studentIds.length === 0) return new Map();
  const rows = await em.execute<{ student_id: string; position: ParentPosition; person_key: string }[]>(
    "select student_id, position, person_key from recorded_parent where student_id = any(?::uuid[]) order by position",
    [textArray(studentIds)],
  );
  const byStudent = Map.groupBy(rows, ({ student_id }) => student_id);
  return new Map(
    [...byStudent].map(([id, parents]) => [
      id,
      new Map(parents.map((row) => [row.position, row.person_key])),
    ]),
  );
}

/** The recorded parents of a student, with the position that each stands at and their national ID opened. */
export async function parentIdsOf(
  { em, keys }: Context,
  studentIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<ParentPosition, NationalId>>> {
  const rows = await em.execute<{ id: string; position: ParentPosition; sealed: string }[]>(
    `select student_id as id, position, sealed_national_id as sealed from recorded_parent
     where student_id = any(?::uuid[])`,
    [textArray(studentIds)],
  );
  return new Map(
    [...Map.groupBy(rows, ({ id }) => id)].map(([id, parents]) => [
      id,
      new Map(parents.map(({ position, sealed }) => [position, openParentId(keys, id, position, sealed)])),
    ]),
  );
}

/** Takes a school's own record of a child away, as if it had never entered them. */
export async function forgetStudents({ em }: Context, studentIds: readonly string[]): Promise<void> {
  if (studentIds.length === 0) return;
  await em.execute("delete from recorded_parent where student_id = any(?::uuid[])", [textArray(studentIds)]);
  await em.execute("delete from student where id = any(?::uuid[])", [textArray(studentIds)]);
}

/** Puts these parents on record in place of whatever stood at their positions, and clears the positions named. */
export async function replaceParents(
  { em }: Context,
  parents: readonly RecordedParent[],
  cleared: readonly Pick<RecordedParent, "studentId" | "position">[],
): Promise<void> {
  if (cleared.length > 0)
    await em.execute(
      `delete from recorded_parent using jsonb_to_recordset(?::jsonb) as gone ("studentId" uuid, position text)
       where recorded_parent.student_id = gone."studentId" and recorded_parent.position = gone.position`,
      [JSON.stringify(cleared)],
    );
  if (parents.length === 0) return;
  await em.execute(
    `insert into recorded_parent (student_id, position, person_key, sealed_national_id)
     select "studentId", position, "personKey", "sealedNationalId" from jsonb_to_recordset(?::jsonb)
       as told ("studentId" uuid, position text, "personKey" text, "sealedNationalId" text)
     on conflict (student_id, position) do update
       set person_key = excluded.person_key, sealed_national_id = excluded.sealed_national_id`,
    [JSON.stringify(parents)],
  );
}
