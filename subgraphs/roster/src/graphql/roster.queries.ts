import { batched } from "@campus-graph/kit/graphql/batching";
import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import type { RosterContext } from "../context.js";
import type { EducationLevel as Level } from "../domain/education-level.js";
import { schoolByCode } from "../persistence/loaders.js";
import { findStudent } from "../use-cases/find-student.js";
import { listSchools } from "../use-cases/list-schools.js";
import { myClasses } from "../use-cases/my-classes.js";
import { staffsClass } from "../use-cases/school-class-of.js";
import { EducationLevel } from "./enums.js";
import { FindStudentInput } from "./inputs.js";
import { presentSchool, SchoolType } from "./school.type.js";
import { presentSchoolClass, SchoolClassType } from "./school-class.type.js";
import { StudentMatchType } from "./student-match.type.js";

@Resolver()
export class RosterQueries {
  @Query(() => [SchoolType], {
    description: "The city's schools, by level and code; all of them when nothing is asked for.",
  })
  async schools(
    @Ctx() context: RosterContext,
    @Arg("level", () => EducationLevel, { nullable: true, description: "Only schools of this level." })
    level?: Level,
    @Arg("nameContains", () => String, {
      nullable: true,
      description: "Only schools with this in their name, up to 30 characters; 臺 and 台 count as one.",
    })
    nameContains?: string,
  ): Promise<SchoolType[]> {
    const schools = await listSchools(context, { level: level ?? null, nameContains: nameContains ?? null });
    return schools.map(presentSchool);
  }

  @Query(() => SchoolType, { nullable: true, description: "The school of this code, or null." })
  async school(
    @Ctx() context: RosterContext,
    @Arg("code", () => ID, { description: "The ministry's code, six characters." }) code: string,
  ): Promise<SchoolType | null> {
    const found = await batched(context, schoolByCode, code);
    return found && presentSchool(found);
  }

  @Query(() => SchoolClassType, {
    nullable: true,
    description:
      "The class of this id, for its homeroom teacher and its school's registrars and cashiers; else null.",
  })
  async schoolClass(
    @Ctx() context: RosterContext,
    @Arg("id", () => ID, { description: "The class's id." }) id: string,
  ): Promise<SchoolClassType | null> {
    const found = await staffsClass(context, id);
    return found && presentSchoolClass(found);
  }

  @Query(() => [SchoolClassType], {
    description:
      "Every class that the viewer's staff roles cover: a teacher's homerooms, a registrar's or cashier's whole school.",
  })
  async myClasses(@Ctx() context: RosterContext): Promise<SchoolClassType[]> {
    return (await myClasses(context)).map(presentSchoolClass);
  }

  @Query(() => StudentMatchType, {
    nullable: true,
    description:
      "The student with this national ID at this school and level. Null when there is none, whatever the reason: nobody " +
      "learns where a child goes to school. Tries are limited per subject, per national ID, per address and overall " +
      "(TOO_MANY_ATTEMPTS).",
  })
  async findStudent(
    @Ctx() context: RosterContext,
    @Arg("input", () => FindStudentInput, { description: "Whom the guardian looks for." })
    input: FindStudentInput,
  ): Promise<StudentMatchType | null> {
    const found = await findStudent(context, input);
    return found && Object.assign(new StudentMatchType(), found);
  }
}
