import { EmailAddress } from "@campus-graph/kit/graphql/scalars";
import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from "type-graphql";
import type { IdentityContext } from "../context.js";
import { correctGuardian, setGuardian } from "../use-cases/set-guardian.js";
import { GuardianDeclaration, presentDeclaration } from "./guardian-declaration.type.js";

@InputType({ description: "Who the guardian of one application is." })
class SetGuardianInput {
  @Field(() => ID, { description: "The application." })
  applicationId!: string;

  @Field(() => String, { description: "The guardian's name, at most 50 characters." })
  name!: string;

  @Field(() => String, { description: "National ID or resident certificate number, its check digit right." })
  nationalId!: string;

  @Field(() => EmailAddress, { description: "The future login. The caller must have verified it by a code." })
  email!: string;

  @Field(() => String, { description: "Mobile number, 09 and eight digits." })
  mobile!: string;
}

@InputType({ description: "Corrections to the guardian whom the caller has declared for an application." })
class CorrectGuardianInput {
  @Field(() => ID, { description: "The application." })
  applicationId!: string;

  @Field(() => String, { description: "The guardian's name, at most 50 characters." })
  name!: string;

  @Field(() => EmailAddress, { description: "The future login. The caller must have verified it by a code." })
  email!: string;

  @Field(() => String, { description: "Mobile number, 09 and eight digits." })
  mobile!: string;
}

/** Who the guardian of an application is. */
@Resolver()
export class GuardianDeclarationMutations {
  @Mutation(() => GuardianDeclaration, {
    description:
      "Declares who the guardian of an application is; again corrects it. Refusals: NATIONAL_ID_INVALID, NAME_INVALID, " +
      "EMAIL_INVALID, MOBILE_INVALID, EMAIL_NOT_VERIFIED, NOT_FOUND, TOO_MANY_ATTEMPTS.",
  })
  async setGuardian(
    @Ctx() context: IdentityContext,
    @Arg("input", () => SetGuardianInput, { description: "The guardian's data." }) input: SetGuardianInput,
  ): Promise<GuardianDeclaration> {
    return presentDeclaration(await setGuardian(context, input));
  }

  @Mutation(() => GuardianDeclaration, {
    description:
      "Declares the guardian of an application anew with the national ID that the caller gave for it before, such as on another " +
      "device: BindingApplication.guardian shows the rest. Refusals: NOT_FOUND where none was given, and those of setGuardian.",
  })
  async correctGuardian(
    @Ctx() context: IdentityContext,
    @Arg("input", () => CorrectGuardianInput, { description: "The rest of the guardian's data." })
    input: CorrectGuardianInput,
  ): Promise<GuardianDeclaration> {
    return presentDeclaration(await correctGuardian(context, input));
  }
}
