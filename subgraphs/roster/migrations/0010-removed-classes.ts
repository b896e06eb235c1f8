import { migration } from "@campus-graph/kit/sql/migrations";

export const removedClasses = migration("Roster0010RemovedClasses", [
  // A class that was entered by mistake and taken back. Who once sat in it still names it, so the row stays.
  "alter table school_class add column removed_at timestamptz",
]);
