import { defineBatch } from "@campus-graph/kit/graphql/batching";
import { Binding } from "../domain/binding.js";

/** The bindings of accounts that stand, oldest first. */
export const bindingsByAccount = defineBatch<string, Binding[], unknown>(async ({ em }, subjectIds) => {
  const standing = { subjectId: { $in: [...subjectIds] }, revokedAt: null };
  const found = await em.find(Binding, standing, { orderBy: { id: "asc" } });
  return Map.groupBy(found, ({ subjectId }) => subjectId);
});
