import { CalendarDate } from "@campus-graph/kit/graphql/scalars";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { hasHomeroom } from "../access/classes.js";
import { deputyUntil } from "../access/staff-cover.js";
import type { RosterContext } from "../context.js";
import { findSchool } from "../use-cases/find-school.js";
import { listStudentsOfClass } from "../use-cases/list-students-of-class.js";
import { presentSchool, SchoolType } from "./school.type.js";
import { SchoolClassType } from "./school-class.type.js";
import { presentStudent, StudentType } from "./student.type.js";

@Resolver(() => SchoolClassType)
export class SchoolClassFields {
  @FieldResolver(() => SchoolType, { description: "The school that the class belongs to." })
  async school(@Root() { schoolCode }: SchoolClassType, @Ctx() context: RosterContext): Promise<SchoolType> {
    return presentSchool((await findSchool(context, schoolCode))!);
  }

  @FieldResolver(() => Boolean, {
    description: "Whether the viewer is its homeroom teacher, or stands in for them today (deputyUntil).",
  })
  isHomeroom(@Root() { id }: SchoolClassType, @Ctx() context: RosterContext): Promise<boolean> {
    return hasHomeroom(context, id);
  }

  @FieldResolver(() => CalendarDate, {
    nullable: true,
    description:
      "The last day on which the viewer stands in for the homeroom teacher; null where they do not, or are that teacher.",
  })
  deputyUntil(@Root() { id }: SchoolClassType, @Ctx() context: RosterContext): Promise<string | null> {
    return deputyUntil(context, id);
  }

  @FieldResolver(() => [StudentType], {
    description: "Who sits in the class now, by seat number; for its staff.",
  })
  async students(@Root() { id }: SchoolClassType, @Ctx() context: RosterContext): Promise<StudentType[]> {
    return (await listStudentsOfClass(context, id)).map(presentStudent);
  }
}
