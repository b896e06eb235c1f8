import { migration } from "@campus-graph/kit/sql/migrations";

/** Where browsers are pushed to: one of each session. The address is a secret of the browser's, and stands sealed. */
export const pushSubscriptions = migration("Identity0032PushSubscriptions", [
  `create table push_subscription (
    sid text primary key,
    subject_id uuid not null,
    endpoint_index text not null unique,
    target text not null,
    language text not null check (language in ('zh-TW', 'en')),
    since timestamptz not null
  )`,
  `create index push_subscription_subject on push_subscription (subject_id)`,
]);
