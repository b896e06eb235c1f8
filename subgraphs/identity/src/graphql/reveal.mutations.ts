import { Arg, Ctx, Directive, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import type { IdentityContext } from "../context.js";
import { revealGuardianId } from "../use-cases/reveal-guardian-id.js";

@InputType({ description: "Whose national ID is to be shown, and why." })
class RevealGuardianIdInput {
  @Field(() => ID, { description: "The request of the guardian." })
  requestId!: string;

  @Field(() => String, {
    description: "What it is needed for, 2 to 500 characters. The guardian can read it.",
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
      "Shows a reviewer the national ID of who applies, which screens hide. Who looked, when and why is written down, and the guardian can read it. Refusals: SECOND_FACTOR_REQUIRED, NOT_FOUND, BAD_INPUT, TOO_MANY_ATTEMPTS.",
  })
  async revealGuardianId(
    @Ctx() context: IdentityContext,
    @Arg("input", () => RevealGuardianIdInput, { description: "The request, and the reason." })
    input: RevealGuardianIdInput,
  ): Promise<RevealedNationalId> {
    return Object.assign(new RevealedNationalId(), { nationalId: await revealGuardianId(context, input) });
  }
}
