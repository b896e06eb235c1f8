import { migration } from "@campus-graph/kit/sql/migrations";

/**
 * Names were masked by code point, so that 林　佑 or a decomposed letter stood open. Every name on record waits here to be
 * masked anew; the list only grows shorter.
 */
export const namesToMask = migration("Roster0004NamesToMask", [
  "create table name_to_mask (student_id uuid primary key references student on delete cascade)",
  "insert into name_to_mask select id from student",
]);
