import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { RosterContext } from "../context.js";
import type { EducationLevel as Level } from "../domain/education-level.js";
import { findSchool } from "../use-cases/find-school.js";
import { classOf, wholeNameOf } from "../use-cases/student-particulars.js";
import { EducationLevel } from "./enums.js";
import { presentSchool, SchoolType } from "./school.type.js";
import { presentSchoolClass, SchoolClassType } from "./school-class.type.js";
import { StudentType } from "./student.type.js";

@Resolver(() => StudentType)
export class StudentFields {
  @FieldResolver(() => String, {
    nullable: true,
    description: "The whole name, for bound guardians and the student's staff.",
  })
  name(@Root() { record }: StudentType, @Ctx() context: RosterContext): string {
    return wholeNameOf(context, record);
  }

  @FieldResolver(() => EducationLevel, {
    nullable: true,
    description: "The level of the student's school; null where the school is.",
  })
  async level(@Root() student: StudentType, @Ctx() context: RosterContext): Promise<Level | null> {
    return (await this.school(student, context))?.level ?? null;
  }

  @FieldResolver(() => SchoolType, {
    nullable: true,
    description:
      "The school where the student is enrolled now; null once the student left it. Applicants see the school that " +
      "they named themselves, and null when the student has gone to another.",
  })
  async school(
    @Root() { record, knowsSchool }: StudentType,
    @Ctx() context: RosterContext,
  ): Promise<SchoolType | null> {
    if (!record.isEnrolled || !knowsSchool) return null;
    const found = await findSchool(context, record.schoolCode);
    return found && presentSchool(found);
  }

  @FieldResolver(() => SchoolClassType, {
    nullable: true,
    description:
      "The class where the student sits now, for bound guardians and staff; null once the student left it.",
  })
  async schoolClass(
    @Root() { record }: StudentType,
    @Ctx() context: RosterContext,
  ): Promise<SchoolClassType | null> {
    const found = await classOf(context, record);
    return found && presentSchoolClass(found);
  }
}
