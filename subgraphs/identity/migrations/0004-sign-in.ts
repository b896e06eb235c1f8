import { migration } from "@campus-graph/kit/sql/migrations";

/** What single sign-on keeps: the provider's own items, sign-ins under way, failures. */
export const signIn = migration("Identity0004SignIn", [
  // The id is the digest of the secret that the browser or app holds; the payload, which repeats it, is encrypted.
  `create table sso_item (
    model text not null,
    id text not null,
    payload text not null,
    account_id text,
    session_uid text,
    grant_id text,
    expires_at timestamptz,
    consumed_at timestamptz,
    primary key (model, id)
  )`,
  `create index sso_item_session on sso_item (session_uid)`,
  `create index sso_item_grant on sso_item (grant_id)`,
  `create index sso_item_account on sso_item (account_id)`,
  `create index sso_item_expiry on sso_item (expires_at)`,
  `create table sign_in (
    interaction_uid text primary key,
    step text not null check (step in ('PASSWORD', 'RECOVER', 'CODE', 'NEW_PASSWORD')),
    account_id uuid,
    name_index text,
    challenge_id uuid,
    recovering boolean not null default false,
    remember boolean not null default false,
    started_at timestamptz not null
  )`,
  `create table sign_in_failure (
    bucket text primary key,
    failures integer not null,
    since timestamptz not null
  )`,
]);
