import { batched, defineBatch } from "@campus-graph/kit/graphql/batching";
import type { IdentityContext, IdentityServices } from "../context.js";
import { Account } from "../domain/account.js";
import { visibleAccounts, visibleRequests } from "./requests.js";

/** An account, for its holder, for who reviews a request that led to it, for the school's other cashiers, and of a teacher for its registrar and IT office; for others it does not exist. */
export function seeAccount(context: IdentityContext, id: string): Promise<Account | null> {
  return batched(context, accountForViewer, id);
}

/** The account that a visible request led to. */
export async function seeAccountOfRequest(
  context: IdentityContext,
  requestId: string,
): Promise<Account | null> {
  const accountId = await batched(context, accountIdOfRequest, requestId);
  return accountId === null ? null : seeAccount(context, accountId);
}

/** Accounts that this viewer may see. */
const accountForViewer = defineBatch<string, Account, IdentityServices>(async (context, ids) => {
  const visible = await visibleAccounts(context, ids);
  if (visible.length === 0) return new Map();
  const accounts = await context.em.find(Account, { id: { $in: [...visible] } });
  return new Map(accounts.map((account) => [account.id, account]));
});

/** The account that each visible request led to. */
const accountIdOfRequest = defineBatch<string, string, IdentityServices>(async (context, ids) => {
  const visible = await visibleRequests(context, ids);
  return new Map(
    [...visible].flatMap(([id, { accountId }]) => (accountId ? [[id, accountId] as const] : [])),
  );
});
