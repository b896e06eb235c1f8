import { defineBatch } from "@campus-graph/kit/graphql/batching";
import type { EntityManager } from "@mikro-orm/postgresql";
import { BindingRequest } from "../domain/request.js";

/** The requests of applications. */
export const requestsByApplication = defineBatch<string, BindingRequest[], unknown>(async ({ em }, ids) => {
  const found = await em.find(
    BindingRequest,
    { applicationId: { $in: [...ids] } },
    { orderBy: { id: "asc" } },
  );
  return Map.groupBy(found, ({ applicationId }) => applicationId);
});

/** The login that this version of a waiting request names is another's. */
export async function noteLoginTaken(em: EntityManager, requestId: string, version: number): Promise<void> {
  await em.execute(
    "update request set login_check = 'TAKEN' where id = ? and version = ? and status in ('PENDING', 'RETURNED')",
    [requestId, version],
  );
}
