import { batched, defineBatch } from "@campus-graph/kit/graphql/batching";
import type { IdentityContext, IdentityServices } from "../context.js";
import { Account } from "../domain/account.js";
import { contactsOf } from "../persistence/accounts.js";
import { bouncedAddresses } from "../persistence/bounced-addresses.js";

export async function emailUndeliverable(context: IdentityContext, accountId: string): Promise<boolean> {
  return (await batched(context, bounced, accountId)) !== null;
}

const bounced = defineBatch<string, Date, IdentityServices>(async (context, ids) => {
  const accounts = await context.em.find(Account, { id: { $in: [...ids] } });
  const emails = new Map(accounts.map((account) => [account.id, contactsOf(context, account).email]));
  const since = await bouncedAddresses(context, [...emails.values()]);
  return new Map(
    [...emails].flatMap(([id, email]) => (since.has(email) ? [[id, since.get(email)!] as const] : [])),
  );
});
