import { seeAccount } from "../access/accounts.js";
import type { IdentityContext } from "../context.js";
import { type Account, presentAccount } from "./account.type.js";

/** An account by its id, for those who may see it; to all others it does not exist. */
export async function accountReference(
  { id }: { id: string },
  context: IdentityContext,
): Promise<Account | null> {
  const account = await seeAccount(context, id);
  return account && presentAccount(context, account);
}
