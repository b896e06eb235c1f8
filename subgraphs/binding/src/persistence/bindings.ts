import { defineBatch } from "@campus-graph/kit/batching";
import { Binding } from "../domain/binding.js";

/** The bindings of accounts, oldest first. */
export const bindingsByAccount = defineBatch<string, Binding[], unknown>(async ({ em }, subjectIds) => {
  const found = await em.find(Binding, { subjectId: { $in: [...subjectIds] } }, { orderBy: { id: "asc" } });
  return Map.groupBy(found, ({ subjectId }) => subjectId);
});
