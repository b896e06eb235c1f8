import { migration } from "@campus-graph/kit/sql/migrations";

/** Codes to one target live beside each other; `asked_from` is the network that asked, as an HMAC. */
export const codesBesideEachOther = migration("Identity0008CodesBesideEachOther", [
  `alter table verification_challenge add column asked_from text`,
]);
