import { batched } from "@campus-graph/kit/graphql/batching";
import type { Context } from "../services.js";
import { type Account, presentAccount } from "./account.type.js";
import { accountForViewer } from "./batches.js";

/** An account by its id, for those who may see it; to all others it does not exist. */
export async function accountReference({ id }: { id: string }, context: Context): Promise<Account | null> {
  const account = await batched(context, accountForViewer, id);
  return account && presentAccount(context, account);
}
