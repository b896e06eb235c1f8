import { migration } from "@campus-graph/kit/sql/migrations";

/** When a school's sheet last had a homeroom teacher listed with identity, by the key of their login. */
export const listedTeachers = migration("Roster0009ListedTeachers", [
  `create table listed_teacher (
    school_code text not null,
    login_key text not null,
    listed_at timestamptz not null,
    primary key (school_code, login_key)
  )`,
]);
