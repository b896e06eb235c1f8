import { migration } from "@campus-graph/kit/sql/migrations";

/**
 * National IDs that were corrected or renewed, by their keys: whoever stands under the former one is the person of the
 * present one. A request may ask whether it is.
 */
export const renewedPersons = migration("Binding0009RenewedPersons", [
  "create table renewed_person (former_key text primary key, person_key text not null)",
  "create index renewed_person_by_key on renewed_person (person_key)",
  "alter table request drop constraint request_login_check_check",
  `alter table request add constraint request_login_check_check
    check (login_check in ('FREE', 'OWN', 'TAKEN', 'ID_CHANGED'))`,
]);
