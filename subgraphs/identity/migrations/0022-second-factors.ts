import { migration } from "@campus-graph/kit/sql/migrations";

/**
 * What people show beside their password: an authenticator's secret and passkeys, and codes for when these are lost.
 * `session_factor`: in which sessions one was given, and when last.
 */
export const secondFactors = migration("Identity0022SecondFactors", [
  // `sealed`: the authenticator's secret, or the passkey's public key; `last_step`: of the newest code that was used.
  `create table second_factor (
    id uuid primary key,
    account_id uuid not null references account,
    kind text not null check (kind in ('AUTHENTICATOR', 'PASSKEY')),
    name text not null,
    sealed text not null,
    credential_id text unique,
    sign_count bigint not null default 0,
    transports text[] not null default '{}',
    last_step bigint,
    created_at timestamptz not null,
    confirmed_at timestamptz,
    used_at timestamptz,
    check ((credential_id is not null) = (kind = 'PASSKEY'))
  )`,
  "create index second_factor_of_account on second_factor (account_id)",
  "create unique index second_factor_authenticator on second_factor (account_id) where kind = 'AUTHENTICATOR' and confirmed_at is not null",
  "create unique index second_factor_enrolling on second_factor (account_id) where kind = 'AUTHENTICATOR' and confirmed_at is null",
  `create table recovery_code (
    account_id uuid not null references account,
    digest text not null,
    used_at timestamptz,
    primary key (account_id, digest)
  )`,
  `create table passkey_challenge (
    challenge text primary key,
    account_id uuid not null,
    purpose text not null,
    expires_at timestamptz not null
  )`,
  "create index passkey_challenge_expiry on passkey_challenge (expires_at)",
  `create table session_factor (
    sid text primary key,
    account_id uuid not null,
    method text not null check (method in ('AUTHENTICATOR', 'PASSKEY', 'RECOVERY_CODE')),
    given_at timestamptz not null
  )`,
  "create index session_factor_age on session_factor (given_at)",
  `alter table sign_in
    drop constraint sign_in_step_check,
    add constraint sign_in_step_check check (step in
      ('PASSWORD', 'RECOVER', 'CODE', 'SECOND_FACTOR', 'NEW_PASSWORD', 'ENROL', 'RECOVERY_CODES')),
    add column first_by text check (first_by in ('password', 'code')),
    add column factor_by text,
    add column factor_at timestamptz`,
]);
