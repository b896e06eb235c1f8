import { migration } from "@campus-graph/kit/sql/migrations";

/**
 * Which signed version of a request identity knows of: null for one that was sent in before versions were told. The
 * school of a student's class, by which its registrar reviews; null until roster tells of the class again.
 */
export const reviewedVersions = migration("Identity0012ReviewedVersions", [
  `alter table request add column version integer`,
  `alter table student_class add column school_code text`,
  // Whose requests an address that has just become a login belongs to.
  `create index declared_person_of_email on declared_person (email_index)`,
]);
