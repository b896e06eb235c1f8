import { migration } from "@campus-graph/kit/sql/migrations";

/** Which of the guardian's declarations was submitted, for identity to keep to it. */
export const submittedDeclarations = migration("Binding0003SubmittedDeclarations", [
  `alter table request add column declaration_id uuid`,
]);
