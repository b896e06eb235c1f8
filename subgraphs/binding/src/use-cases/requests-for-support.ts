import { atLeast } from "@campus-graph/kit/auth/viewer";
import type { BindingContext } from "../context.js";
import { BindingRequest } from "../domain/request.js";

/** Somebody's requests, for support of the city; for a school's, those that concern it. The latest twenty. */
export async function requestsForSupport(
  { em, viewer }: BindingContext,
  subjectId: string,
): Promise<BindingRequest[]> {
  const held = atLeast(viewer, "signed-in") ? viewer.roles.filter(({ role }) => role === "SUPPORT") : [];
  if (held.length === 0) return [];
  const isCitys = held.some(({ schoolCode }) => schoolCode === undefined);
  const schools = held.flatMap(({ schoolCode }) => schoolCode ?? []);
  return em.find(
    BindingRequest,
    { subjectId, ...(isCitys ? {} : { schoolCode: { $in: schools } }) },
    { orderBy: { id: "desc" }, limit: 20 },
  );
}
