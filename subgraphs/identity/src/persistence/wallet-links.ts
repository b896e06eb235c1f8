import { textArray } from "@campus-graph/kit/auth/visibility";
import type { EntityManager } from "@mikro-orm/postgresql";
import type { IdentityContext } from "../context.js";
import type { PartnerScope } from "../domain/partner.js";
import { linkIdleS, linkLifeS, type WalletLink } from "../domain/wallet-link.js";

interface Row {
  id: string;
  account_id: string;
  client_id: string;
  name: string;
  suspended_at: string | null;
  scopes: string | PartnerScope[];
  since: string;
  last_used_at: string | null;
}

export async function insertWalletLink(
  em: EntityManager,
  {
    id,
    accountId,
    clientId,
    scopes,
    since,
  }: Omit<WalletLink, "lastUsedAt" | "partnerName" | "partnerSuspendedAt">,
): Promise<void> {
  await em.execute(
    `insert into wallet_link (id, account_id, client_id, scopes, since, expires_at)
     values (?, ?, ?, ?::text[], ?, ?)`,
    [id, accountId, clientId, textArray(scopes), since, new Date(since.getTime() + linkLifeS * 1_000)],
  );
}

/** The wallets that an account has linked and that can still be used, the newest first. */
export async function walletLinksOf(
  { em, clock }: IdentityContext,
  accountId: string,
): Promise<WalletLink[]> {
  const now = clock.now();
  const rows = await em.execute<Row[]>(
    `select link.id, account_id, client_id, name, suspended_at, to_jsonb(link.scopes) as scopes, since, last_used_at
     from wallet_link as link join partner using (client_id)
     where account_id = ? and expires_at > ? and coalesce(last_used_at, since) > ? order by since desc, link.id`,
    [accountId, now, new Date(now.getTime() - linkIdleS * 1_000)],
  );
  return rows.map(asLink);
}

/** Writes down that a wallet got a token by its link. */
export async function noteLinkUse({ em, clock }: IdentityContext, id: string): Promise<void> {
  await em.execute("update wallet_link set last_used_at = ? where id = ?", [clock.now(), id]);
}

function asLink(row: Row): WalletLink {
  return {
    id: row.id,
    accountId: row.account_id,
    clientId: row.client_id,
    partnerName: row.name,
    partnerSuspendedAt: dateOrNull(row.suspended_at),
    scopes: typeof row.scopes === "string" ? (JSON.parse(row.scopes) as PartnerScope[]) : row.scopes,
    since: new Date(row.since),
    lastUsedAt: dateOrNull(row.last_used_at),
  };
}

function dateOrNull(value: string | null): Date | null {
  return value === null ? null : new Date(value);
}
