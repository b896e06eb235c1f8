import { Ctx, Query, Resolver } from "type-graphql";
import type { IdentityContext } from "../context.js";
import { mySecondFactors } from "../use-cases/my-second-factors.js";
import { presentSecondFactor, SecondFactor } from "./second-factor.type.js";

@Resolver()
export class SecondFactorQueries {
  @Query(() => [SecondFactor], {
    description:
      "What the viewer has enrolled beside the password, oldest first: an authenticator, and twenty passkeys at the most. It is looked after at /sso/second-factor.",
  })
  async mySecondFactors(@Ctx() context: IdentityContext): Promise<SecondFactor[]> {
    return (await mySecondFactors(context)).map(presentSecondFactor);
  }
}
