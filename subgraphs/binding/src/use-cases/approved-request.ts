import { LockMode } from "@mikro-orm/core";
import type { BindingContext } from "../context.js";
import { BindingRequest } from "../domain/request.js";
import { lockStudent } from "../persistence/students.js";

/**
 * The request that identity answers about, locked; null when its answer was already heard. One that took no slot yet may
 * take one now, so its student's row is locked before, as whoever decides about a student does.
 */
export async function approvedRequest(
  context: BindingContext,
  requestId: string,
): Promise<BindingRequest | null> {
  const { em } = context;
  const found = await em.findOneOrFail(BindingRequest, { id: requestId });
  if (found.awaitsOwner) await lockStudent(em, found.studentId);
  const request = await em.findOneOrFail(
    BindingRequest,
    { id: requestId },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  return request.status === "APPROVED" ? request : null;
}
