import { migration } from "@campus-graph/kit/sql/migrations";

/** Sessions that ended today, so that a request under way writes nothing more for one. */
export const endedSessions = migration("Identity0006EndedSessions", [
  `create table ended_session (sid text primary key, ended_at timestamptz not null)`,
  `create index ended_session_by_time on ended_session (ended_at)`,
  `create index sign_in_of_account on sign_in (account_id)`,
]);
