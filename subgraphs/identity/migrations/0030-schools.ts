import { migration } from "@campus-graph/kit/sql/migrations";

/** The schools of the city, as roster tells of them: at no other is anybody appointed. */
export const schools = migration("Identity0030Schools", ["create table school (code text primary key)"]);
