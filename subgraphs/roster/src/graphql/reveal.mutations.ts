import { Arg, Ctx, Directive, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import type { RosterContext } from "../context.js";
import { revealStudentId } from "../use-cases/reveal-student-id.js";

@InputType({ description: "Whose national ID is to be shown, and why." })
class RevealStudentIdInput {
  @Field(() => ID, { description: "The student." })
  studentId!: string;

  @Field(() => String, {
    description: "What it is needed for, 2 to 500 characters. The guardians can read it.",
  })
  reason!: string;
}

@Directive("@shareable")
@ObjectType({ description: "A national ID in full. To be shown briefly, and kept nowhere." })
export class RevealedNationalId {
  @Field(() => String, { description: "The national ID or resident certificate number." })
  nationalId!: string;
}

@Resolver()
export class RevealMutations {
  @Mutation(() => RevealedNationalId, {
    description:
      "Shows the homeroom teacher or the school's registrar a student's national ID, which screens hide. Who looked, when and why is written down, and the student's guardians can read it. Refusals: SECOND_FACTOR_REQUIRED, NOT_FOUND, BAD_INPUT, TOO_MANY_ATTEMPTS.",
  })
  async revealStudentId(
    @Ctx() context: RosterContext,
    @Arg("input", () => RevealStudentIdInput, { description: "The student, and the reason." })
    input: RevealStudentIdInput,
  ): Promise<RevealedNationalId> {
    return Object.assign(new RevealedNationalId(), { nationalId: await revealStudentId(context, input) });
  }
}
