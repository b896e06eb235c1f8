import { migration } from "@campus-graph/kit/sql/migrations";

/**
 * Identity has come to know the school of a class, by which its registrar reviews, only where roster has spoken of the
 * class since. Every class with a student waits here to be spoken of once; the list only grows shorter.
 */
export const classesToTell = migration("Roster0006ClassesToTell", [
  "create table class_to_tell (class_id uuid primary key references school_class on delete cascade)",
  `insert into class_to_tell
   select distinct class_id from student where left_at is null and not arriving`,
]);
