import { textArray } from "@campus-graph/kit/auth/visibility";
import { defineBatch } from "@campus-graph/kit/graphql/batching";
import type { EntityManager } from "@mikro-orm/postgresql";
import type { BindingRequest } from "../domain/request.js";

/** Keeps the reason of a return: the request itself forgets it once it is sent in again. */
export async function keepReturn(
  em: EntityManager,
  { id, decidedAt, decidedBy, returnReason }: BindingRequest,
): Promise<void> {
  await em.execute(
    "insert into request_return (request_id, returned_at, returned_by, reason) values (?, ?, ?, ?)",
    [id, decidedAt, decidedBy, returnReason],
  );
}

/** The reasons that this reviewer gave last, each once, the newest first. */
export async function lastReasonsOf(em: EntityManager, reviewer: string, most: number): Promise<string[]> {
  const rows = await em.execute<{ reason: string }[]>(
    `select reason from (
       select reason, returned_at from request_return where returned_by = ? order by returned_at desc limit 100
     ) as lately
     group by reason order by max(returned_at) desc limit ?`,
    [reviewer, most],
  );
  return rows.map(({ reason }) => reason);
}

/** One return of a request. */
export function returnKey(requestId: string, returnedAt: Date): string {
  return `${requestId} ${returnedAt.toISOString()}`;
}

/** What returns said, by `returnKey`. */
export const reasonByReturn = defineBatch<string, string, unknown>(async ({ em }, keys) => {
  const ids = [...new Set(keys.map((key) => key.split(" ")[0]!))];
  const rows = await em.execute<{ request_id: string; returned_at: Date; reason: string }[]>(
    "select request_id, returned_at, reason from request_return where request_id = any(?::uuid[])",
    [textArray(ids)],
  );
  return new Map(
    rows.map(({ request_id, returned_at, reason }) => [returnKey(request_id, new Date(returned_at)), reason]),
  );
});
