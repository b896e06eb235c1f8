import { batched } from "@campus-graph/kit/graphql/batching";
import { seeRequest } from "../access/requests.js";
import type { BindingContext } from "../context.js";
import { reasonByReturn, returnKey } from "../persistence/returns.js";

/** Why a request was returned at that moment, whatever came after; null for who may no longer see it. */
export async function reasonOfReturn(
  context: BindingContext,
  { requestId, returnedAt }: { requestId: string; returnedAt: Date },
): Promise<string | null> {
  if (!(await seeRequest(context, requestId))) return null;
  return batched(context, reasonByReturn, returnKey(requestId, returnedAt));
}
