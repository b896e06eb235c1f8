import { decryptField, encryptField, type FieldPlace } from "@campus-graph/kit/auth/crypto";
import type { Keys } from "@campus-graph/kit/auth/keys";
import type { NationalId } from "@campus-graph/kit/text/national-id";
import type { ParentPosition, Particulars, Student } from "../domain/student.js";

/** A student's particulars, encrypted as one and bound to the student's own row. */
export function sealParticulars(keys: Keys, studentId: string, particulars: Particulars): string {
  return encryptField(keys.ring("field"), JSON.stringify(particulars), particularsOf(studentId));
}

export function openParticulars(keys: Keys, { id, sealedParticulars }: Student): Particulars {
  return JSON.parse(decryptField(keys.ring("field"), sealedParticulars, particularsOf(id))) as Particulars;
}

/** A recorded parent's national ID, bound to its child and position. */
export function sealParentId(
  keys: Keys,
  studentId: string,
  position: ParentPosition,
  nationalId: NationalId,
): string {
  return encryptField(keys.ring("field"), nationalId, parentOf(studentId, position));
}

export function openParentId(
  keys: Keys,
  studentId: string,
  position: ParentPosition,
  sealed: string,
): NationalId {
  return decryptField(keys.ring("field"), sealed, parentOf(studentId, position)) as NationalId;
}

function parentOf(studentId: string, position: ParentPosition): FieldPlace {
  return { table: "recorded_parent", column: "sealed_national_id", row: `${studentId}/${position}` };
}

function particularsOf(studentId: string): FieldPlace {
  return { table: "student", column: "sealed_particulars", row: studentId };
}
