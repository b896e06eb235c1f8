import { reviewsClass } from "../access/reviewers.js";
import type { BindingContext } from "../context.js";
import { Binding } from "../domain/binding.js";
import { type DataCheck, dataCheck } from "../domain/data-check.js";
import { BindingRequest } from "../domain/request.js";
import { type ClassStudent, studentsOfClass } from "../persistence/students.js";

export interface ReviewRow {
  studentId: string;
  dataCheck: DataCheck;
  bindings: readonly Binding[];
  pending: readonly BindingRequest[];
}

/**
 * The class grid, by seat. A class that the viewer does not review answers as one that does not exist: empty.
 * The verdict is about the guardians who wait; where none waits, about those already bound.
 */
export async function reviewClass(context: BindingContext, classId: string): Promise<ReviewRow[]> {
  if (!(await reviewsClass(context, classId))) return [];
  return reviewRows(context, await studentsOfClass(context.em, classId));
}

/** These students' rows, in their order. */
export async function reviewRows(
  context: BindingContext,
  students: readonly ClassStudent[],
): Promise<ReviewRow[]> {
  const studentId = { $in: students.map(({ id }) => id) };
  const requests = await context.em.find(
    BindingRequest,
    { studentId, status: { $in: ["PENDING", "APPROVED", "BOUND", "PROVISION_FAILED"] } },
    { orderBy: { appliedAt: "asc" } },
  );
  const bindings = await context.em.find(
    Binding,
    { studentId, revokedAt: null },
    { orderBy: { openedAt: "asc" } },
  );
  const requestsOf = Map.groupBy(requests, (request) => request.studentId);
  const bindingsOf = Map.groupBy(bindings, (binding) => binding.studentId);
  return students.map(({ id, parentPersonKeys }) => {
    const ofStudent = requestsOf.get(id) ?? [];
    const pending = ofStudent.filter(
      (request) => request.status === "PENDING" || request.awaitsOwner || isUnmended(request, ofStudent),
    );
    const bound = ofStudent.filter(({ status }) => status === "BOUND");
    const checked = pending.length > 0 ? pending : bound;
    return {
      studentId: id,
      dataCheck: dataCheck(
        checked.map(({ personKey }) => personKey),
        parentPersonKeys,
      ),
      bindings: bindingsOf.get(id) ?? [],
      pending,
    };
  });
}

/** A request that failed, and whose person has applied for the student by no other since. */
function isUnmended({ status, personKey }: BindingRequest, ofStudent: readonly BindingRequest[]): boolean {
  return (
    status === "PROVISION_FAILED" &&
    ofStudent.every((other) => other.personKey !== personKey || other.status === "PROVISION_FAILED")
  );
}
