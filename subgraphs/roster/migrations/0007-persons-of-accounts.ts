import { migration } from "@campus-graph/kit/sql/migrations";

/** An account's person may have had another national ID before, under which a school may still record them. */
export const personsOfAccounts = migration("Roster0007PersonsOfAccounts", [
  "alter table account_person drop constraint account_person_pkey, add primary key (subject_id, person_key)",
]);
