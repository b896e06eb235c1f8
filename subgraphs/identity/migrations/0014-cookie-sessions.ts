import { migration } from "@campus-graph/kit/sql/migrations";

/** Who is signed in to the city's own apps by a cookie. What the cookie holds stands here as its digest alone. */
export const cookieSessions = migration("Identity0014CookieSessions", [
  `create table cookie_session (
    digest text primary key,
    kind text not null check (kind in ('ACCOUNT', 'APPLICANT')),
    subject_id uuid not null,
    sid text not null,
    verified_email text,
    application_id uuid,
    opened_at timestamptz not null,
    used_at timestamptz not null,
    expires_at timestamptz not null
  )`,
  `create index cookie_session_sid on cookie_session (sid)`,
  `create index cookie_session_subject on cookie_session (subject_id)`,
  `create index cookie_session_expiry on cookie_session (expires_at)`,
  `create index cookie_session_use on cookie_session (used_at)`,
]);
