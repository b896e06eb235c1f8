import { migration } from "@campus-graph/kit/sql/migrations";

/** Who approves is asked for among the person's own requests, at every approval. */
export const requestOfPerson = migration("Binding0004RequestOfPerson", [
  `create index request_of_person on request (person_key)`,
]);
