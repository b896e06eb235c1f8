import { LockMode } from "@mikro-orm/core";
import type { BindingContext } from "../context.js";
import { BindingRequest } from "../domain/request.js";

/** The request that identity answers about, locked; null when its answer was already heard. */
export async function approvedRequest(
  context: BindingContext,
  requestId: string,
): Promise<BindingRequest | null> {
  const request = await context.em.findOneOrFail(
    BindingRequest,
    { id: requestId },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  return request.status === "APPROVED" ? request : null;
}
