import { type Page, type PageRequest, page } from "@campus-graph/kit/graphql/pagination";
import type { BindingContext } from "../context.js";
import { lateBefore } from "../domain/escalation.js";
import { BindingRequest } from "../domain/request.js";

/** A school's requests that have waited too long for a teacher, the longest waiting first. */
export function lateRequests(
  context: BindingContext,
  schoolCode: string,
  request: PageRequest,
): Promise<Page<BindingRequest>> {
  const { em, clock, services } = context;
  const late = lateBefore(clock.now(), services.escalation);
  return page(
    context,
    `lateRequests ${schoolCode}`,
    request,
    (after, limit) => {
      const [appliedAt, id] = after ?? [];
      const behind =
        after === null
          ? {}
          : {
              $or: [
                { appliedAt: { $gt: new Date(appliedAt!) } },
                { appliedAt: new Date(appliedAt!), id: { $gt: String(id) } },
              ],
            };
      return em.find(
        BindingRequest,
        { $and: [{ schoolCode, status: "PENDING", appliedAt: { $lt: late } }, behind] },
        { orderBy: { appliedAt: "asc", id: "asc" }, limit },
      );
    },
    ({ id, appliedAt }) => [appliedAt!.toISOString(), id],
  );
}
