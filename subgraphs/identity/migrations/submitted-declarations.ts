/** Binding names the declaration that was submitted; where a student is, roster says better (`student_class`). */
export const submittedDeclarations: readonly string[] = [
  `alter table request add column declaration_id uuid, drop column class_id`,
];
