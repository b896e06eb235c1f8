import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import type { IdentityContext } from "../context.js";
import { answerPersonLink } from "../use-cases/answer-person-link.js";
import { myPersonLinks } from "../use-cases/my-person-links.js";
import { AnswerPersonLinkInput, PersonLink, presentLink } from "./person-link.type.js";

@Resolver()
export class PersonLinkResolver {
  @Query(() => [PersonLink], {
    description: "Approved requests with the viewer's national ID that wait for their word, oldest first.",
  })
  async myPersonLinks(@Ctx() context: IdentityContext): Promise<PersonLink[]> {
    return (await myPersonLinks(context)).map(presentLink);
  }

  @Mutation(() => PersonLink, {
    description:
      "Accepts or declines, once; the same answer again is no news. Refusals: NOT_FOUND, PERSON_LINK_ENDED.",
  })
  async answerPersonLink(
    @Ctx() context: IdentityContext,
    @Arg("input", () => AnswerPersonLinkInput, { description: "The link and the answer." })
    input: AnswerPersonLinkInput,
  ): Promise<PersonLink> {
    return presentLink(await answerPersonLink(context, input));
  }
}
