import { Arg, Ctx, Field, ID, InputType, Query, Resolver } from "type-graphql";
import type { RosterContext } from "../context.js";
import type { EducationLevel as Level } from "../domain/education-level.js";
import { findStudent } from "../use-cases/find-student.js";
import { EducationLevel } from "./enums.js";
import { StudentMatchType } from "./student-match.type.js";

@InputType({ description: "Which student a guardian looks for." })
class FindStudentInput {
  @Field(() => EducationLevel, { description: "The level that the guardian chose." })
  level!: Level;

  @Field(() => String, { description: "The student's national ID or resident certificate number." })
  nationalId!: string;

  @Field(() => ID, { description: "The school that the guardian chose from the list of all schools." })
  schoolCode!: string;
}

@Resolver()
export class StudentMatchQueries {
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
