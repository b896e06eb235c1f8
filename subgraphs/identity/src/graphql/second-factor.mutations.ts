import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { IdentityContext } from "../context.js";
import { beginMyEnrolment, confirmMyEnrolment } from "../use-cases/my-second-factors.js";
import {
  presentEnrolment,
  presentRecoveryCodes,
  RecoveryCodes,
  SecondFactorEnrolment,
} from "./second-factor.type.js";

/** An authenticator for whoever is signed in. Passkeys are made at /sso/second-factor, since a browser ties them to their page. */
@Resolver()
export class SecondFactorMutations {
  @Mutation(() => SecondFactorEnrolment, {
    description:
      "Begins to enrol an authenticator; begun again it is the same. Refuses SECOND_FACTOR_REQUIRED to whoever has a second factor and did not give it within five minutes.",
  })
  async enrolSecondFactor(@Ctx() context: IdentityContext): Promise<SecondFactorEnrolment> {
    return presentEnrolment(await beginMyEnrolment(context));
  }

  @Mutation(() => RecoveryCodes, {
    description:
      "Enrols the authenticator that shows this code, in place of the one before, and counts as a second factor given. Refusals: SECOND_FACTOR_WRONG, SECOND_FACTOR_NOT_BEGUN, SECOND_FACTOR_REQUIRED, TOO_MANY_ATTEMPTS.",
  })
  async confirmSecondFactor(
    @Ctx() context: IdentityContext,
    @Arg("code", () => String, { description: "The six digits that the app shows." }) code: string,
  ): Promise<RecoveryCodes> {
    return presentRecoveryCodes(await confirmMyEnrolment(context, code));
  }
}
