import { migration } from "@campus-graph/kit/sql/migrations";

export const cards = migration("Library0001Cards", [
  "create table card (student_id uuid primary key, number bigint not null generated always as identity)",
]);
