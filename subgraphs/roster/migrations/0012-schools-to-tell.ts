import { migration } from "@campus-graph/kit/sql/migrations";

/**
 * Roster has not spoken of schools, but only of their students. Every school waits here to be spoken of once, so that
 * identity knows where somebody can be appointed; the list only grows shorter.
 */
export const schoolsToTell = migration("Roster0012SchoolsToTell", [
  "create table school_to_tell (code text primary key references school on delete cascade)",
  "insert into school_to_tell select code from school",
]);
