import type { Context } from "@campus-graph/kit/context";
import { blindIndex } from "@campus-graph/kit/crypto";
import type { Keys } from "@campus-graph/kit/keys";
import { textArray } from "@campus-graph/kit/visibility";
import { LockMode } from "@mikro-orm/core";
import type { NationalId } from "../domain/national-id.js";
import { type ParentPosition, type RecordedParent, Student } from "../domain/student.js";

/** By what a student's row is found without decrypting anything. */
export function nationalIdIndex(keys: Keys, nationalId: string): string {
  return blindIndex(keys.ring("index"), `student:${nationalId}`);
}

/**
 * The students of these national IDs, enrolled or gone, and whoever sits in one of these classes. One statement.
 * In a transaction their rows are locked, in one order, so that two schools cannot both take in a child who is free.
 */
export function findTouched(
  { em, keys }: Context,
  nationalIds: readonly NationalId[],
  classIds: readonly string[],
): Promise<Student[]> {
  const indexes = nationalIds.map((nationalId) => nationalIdIndex(keys, nationalId));
  return em.find(
    Student,
    { $or: [{ nationalIdIndex: { $in: indexes } }, { classId: { $in: [...classIds] }, leftAt: null }] },
    { orderBy: { id: "asc" }, lockMode: em.isInTransaction() ? LockMode.PESSIMISTIC_WRITE : LockMode.NONE },
  );
}

/** The recorded parents' keys of these students: student → position → personKey. */
export async function parentKeysOf(
  { em }: Context,
  studentIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<ParentPosition, string>>> {
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

/** Puts these parents on record in place of whatever stood at their positions, and clears the positions named. */
export async function replaceParents(
  { em }: Context,
  parents: readonly RecordedParent[],
  cleared: readonly Pick<RecordedParent, "studentId" | "position">[],
): Promise<void> {
  await em.execute(
    `delete from recorded_parent using jsonb_to_recordset(?::jsonb) as gone ("studentId" uuid, position text)
     where recorded_parent.student_id = gone."studentId" and recorded_parent.position = gone.position`,
    [JSON.stringify(cleared)],
  );
  await em.execute(
    `insert into recorded_parent (student_id, position, person_key, sealed_national_id)
     select "studentId", position, "personKey", "sealedNationalId" from jsonb_to_recordset(?::jsonb)
       as told ("studentId" uuid, position text, "personKey" text, "sealedNationalId" text)
     on conflict (student_id, position) do update
       set person_key = excluded.person_key, sealed_national_id = excluded.sealed_national_id`,
    [JSON.stringify(parents)],
  );
}
