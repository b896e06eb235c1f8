import { migration } from "@campus-graph/kit/sql/migrations";

/** Nobody has shown yet that a mobile number is theirs, so none is a name to sign in by. */
export const unverifiedMobiles = migration("Identity0009UnverifiedMobiles", [
  `delete from sign_in_name where kind = 'MOBILE'`,
]);
