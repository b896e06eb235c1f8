import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import type { IdentityContext } from "../context.js";
import { seeSupportCase } from "../use-cases/see-support-case.js";
import { presentSupportCase, SupportCase } from "./support-case.type.js";

@Resolver()
export class SupportCaseQueries {
  @Query(() => SupportCase, {
    nullable: true,
    description:
      "What somebody's account, messages and requests are in, for support: by the number that they read out. Null where there is none, or " +
      "none that has to do with the school at which the viewer is support. Each is audited. Refusals: FORBIDDEN, TOO_MANY_ATTEMPTS.",
  })
  async supportCase(
    @Ctx() context: IdentityContext,
    @Arg("id", () => ID, { description: "The number." }) id: string,
  ): Promise<SupportCase | null> {
    const found = await seeSupportCase(context, id);
    return found && presentSupportCase(found);
  }
}
