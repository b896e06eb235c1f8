import { Field, ID, InputType, Int } from "type-graphql";
import type { EducationLevel as Level } from "../domain/education-level.js";
import { EducationLevel, RosterFormat } from "./enums.js";

@InputType({ description: "Which student a guardian looks for." })
export class FindStudentInput {
  @Field(() => EducationLevel, { description: "The level that the guardian chose." })
  level!: Level;

  @Field(() => String, { description: "The student's national ID or resident certificate number." })
  nationalId!: string;

  @Field(() => ID, { description: "The school that the guardian chose from the list of all schools." })
  schoolCode!: string;
}

@InputType({ description: "A roster to bring the school's books into line with." })
export class ImportRosterInput {
  @Field(() => ID, { description: "The school whose books change; the viewer is its registrar." })
  schoolCode!: string;

  @Field(() => RosterFormat, { description: "In which form the roster comes." })
  format!: string;

  @Field(() => String, { nullable: true, description: "The file's text, up to 256 KB in UTF-8." })
  content!: string | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: "True: only tell what would be done.",
  })
  dryRun!: boolean | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "How many students are to leave. Wanted where more than a tenth of a class or ten pupils would (LEAVERS_UNCONFIRMED).",
  })
  confirmLeavers!: number | null;

  @Field(() => [ID], {
    nullable: true,
    description: "The confirmation of each problem that is as it should be, from an earlier try.",
  })
  confirmations!: string[] | null;
}
