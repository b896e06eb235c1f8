import { migration } from "@campus-graph/kit/sql/migrations";

/** Binding names the declaration that was submitted; where a student is, roster says better (`student_class`). */
export const submittedDeclarations = migration("Identity0005SubmittedDeclarations", [
  `alter table request add column declaration_id uuid, drop column class_id`,
]);
