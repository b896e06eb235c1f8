import { migration } from "@campus-graph/kit/sql/migrations";

/** Names of several scripts showed how long their words were: whoever is not masked by characters of Han alone waits anew. */
export const namesToMaskAgain = migration("Roster0008NamesToMaskAgain", [
  `insert into name_to_mask select id from student where masked_name !~ '^[O一-鿿]+$' on conflict do nothing`,
]);
