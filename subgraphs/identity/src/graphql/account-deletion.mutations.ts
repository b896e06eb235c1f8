import { DateTime } from "@campus-graph/kit/graphql/scalars";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import type { IdentityContext } from "../context.js";
import { requestDeletion } from "../use-cases/request-deletion.js";

@ObjectType({ description: "That the viewer's account is closed, and will be deleted." })
class AccountDeletion {
  @Field(() => DateTime, { description: "Since when it is closed." })
  requestedAt!: Date;

  @Field(() => DateTime, {
    description:
      "When what is personal is destroyed, fourteen days later. Until then a mailed link brings the account back.",
  })
  destroysAt!: Date;
}

@InputType({ description: "What shows that it is the account's person who wishes to be here no longer." })
class RequestDeletionInput {
  @Field(() => ID, {
    nullable: true,
    description:
      "A code that requestVerificationCode sent to the account's own address or number. Left out by whoever has a second factor, which counts instead.",
  })
  challengeId!: string | null;

  @Field(() => String, { nullable: true, description: "The code that came." })
  code!: string | null;
}

@Resolver()
export class AccountDeletionMutations {
  @Mutation(() => AccountDeletion, {
    description:
      "Ends the viewer's account (個資法 §11): bindings, sessions, tokens and linked wallets end at once; for fourteen days a mailed link brings the account back, without the bindings; then what is personal is destroyed, and what law keeps stays unreadable. Bills and payments stay, without the person. Refusals: STAFF_KEEP_ACCOUNT, SECOND_FACTOR_REQUIRED, FRESH_CODE_REQUIRED, CODE_WRONG, CODE_EXPIRED, FORBIDDEN.",
  })
  async requestDeletion(
    @Ctx() context: IdentityContext,
    @Arg("input", () => RequestDeletionInput, { description: "The proof." }) input: RequestDeletionInput,
  ): Promise<AccountDeletion> {
    return Object.assign(new AccountDeletion(), await requestDeletion(context, input));
  }
}
