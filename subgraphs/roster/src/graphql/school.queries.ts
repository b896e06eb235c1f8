import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import type { RosterContext } from "../context.js";
import type { EducationLevel as Level } from "../domain/education-level.js";
import { findSchool } from "../use-cases/find-school.js";
import { listSchools } from "../use-cases/list-schools.js";
import { EducationLevel } from "./enums.js";
import { presentSchool, SchoolType } from "./school.type.js";

@Resolver()
export class SchoolQueries {
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
    const found = await findSchool(context, code);
    return found && presentSchool(found);
  }
}
