import { batched } from "@campus-graph/kit/graphql/batching";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { RosterContext } from "../context.js";
import { schoolByCode, studentsOfClass } from "../persistence/loaders.js";
import { staffCover } from "../persistence/staff-cover.js";
import { presentSchool, SchoolType } from "./school.type.js";
import { SchoolClassType } from "./school-class.type.js";
import { presentStudent, StudentType } from "./student.type.js";

@Resolver(() => SchoolClassType)
export class SchoolClassFields {
  @FieldResolver(() => SchoolType, { description: "The school that the class belongs to." })
  async school(@Root() { schoolCode }: SchoolClassType, @Ctx() context: RosterContext): Promise<SchoolType> {
    return presentSchool((await batched(context, schoolByCode, schoolCode))!);
  }

  @FieldResolver(() => Boolean, { description: "Whether the viewer is its homeroom teacher." })
  async isHomeroom(@Root() { id }: SchoolClassType, @Ctx() context: RosterContext): Promise<boolean> {
    const { classIds } = await staffCover(context);
    return classIds.has(id);
  }

  @FieldResolver(() => [StudentType], {
    description: "Who sits in the class now, by seat number; for its staff.",
  })
  async students(@Root() { id }: SchoolClassType, @Ctx() context: RosterContext): Promise<StudentType[]> {
    const students = (await batched(context, studentsOfClass, id)) ?? [];
    return students.map((student) => presentStudent({ student, sight: "full", knowsSchool: true }));
  }
}
