import { migration } from "@campus-graph/kit/sql/migrations";

/**
 * Wallets that guardians have linked. The id is that of the provider's grant, and stands in the wallet's tokens as their
 * session, so that a link ends as a session does.
 */
export const walletLinks = migration("Identity0027WalletLinks", [
  "alter table partner add column if not exists redirect_uris text[] not null default '{}'",
  `create table wallet_link (
    id text primary key,
    account_id text not null,
    client_id text not null references partner,
    scopes text[] not null,
    since timestamptz not null,
    last_used_at timestamptz,
    expires_at timestamptz not null
  )`,
  "create index wallet_link_account on wallet_link (account_id)",
  "create index wallet_link_client on wallet_link (client_id)",
]);
