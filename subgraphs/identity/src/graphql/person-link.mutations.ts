import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from "type-graphql";
import type { IdentityContext } from "../context.js";
import { answerPersonLink } from "../use-cases/answer-person-link.js";
import { PersonLink, presentLink } from "./person-link.type.js";

@InputType({ description: "The owner's answer." })
class AnswerPersonLinkInput {
  @Field(() => ID, { description: "The link." })
  id!: string;

  @Field(() => Boolean, { description: "True: the request was mine, and its binding is to be my account's." })
  accept!: boolean;
}

/** What an account's owner says of a request that bears their national ID. */
@Resolver()
export class PersonLinkMutations {
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
