import { textArray } from "@campus-graph/kit/auth/visibility";
import type { EntityManager } from "@mikro-orm/postgresql";
import type { IdentityContext } from "../context.js";
import type { Partner, PartnerScope } from "../domain/partner.js";
import { linkIdleS, linkLifeS, type WalletLink } from "../domain/wallet-link.js";
import { partnersOf } from "./partners.js";

interface Row {
  id: string;
  account_id: string;
  client_id: string;
  scopes: string | PartnerScope[];
  since: string;
  last_used_at: string | null;
}

export async function insertWalletLink(
  em: EntityManager,
  { id, accountId, clientId, scopes, since }: Omit<WalletLink, "lastUsedAt" | "partner">,
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
    `select id, account_id, client_id, to_jsonb(scopes) as scopes, since, last_used_at from wallet_link
     where account_id = ? and expires_at > ? and coalesce(last_used_at, since) > ? order by since desc, id`,
    [accountId, now, new Date(now.getTime() - linkIdleS * 1_000)],
  );
  if (rows.length === 0) return [];
  const partners = await partnersOf(
    em,
    rows.map(({ client_id }) => client_id),
  );
  return rows.map((row) => asLink(row, partners.get(row.client_id)!));
}

/** Writes down that a wallet got a token by its link. */
export async function noteLinkUse({ em, clock }: IdentityContext, id: string): Promise<void> {
  await em.execute("update wallet_link set last_used_at = ? where id = ?", [clock.now(), id]);
}

function asLink(row: Row, partner: Partner): WalletLink {
  return {
    id: row.id,
    accountId: row.account_id,
    clientId: row.client_id,
    partner,
    scopes: typeof row.scopes === "string" ? (JSON.parse(row.scopes) as PartnerScope[]) : row.scopes,
    since: new Date(row.since),
    lastUsedAt: dateOrNull(row.last_used_at),
  };
}

function dateOrNull(value: string | null): Date | null {
  return value === null ? null : new Date(value);
}
